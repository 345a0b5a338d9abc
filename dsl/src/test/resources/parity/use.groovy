scenario "Somebody else's code plays parts of the protocol"
params table: 'student.MyTable'
peers 4, run: 'kademlia'
peers 3, as: 'edge', run: 'kademlia'
use table, as: 'routing-table'
use 'student.MyProximity', as: 'closest', on: 'edge'
stop at: 10.s
