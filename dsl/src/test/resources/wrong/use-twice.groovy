scenario 'x'
peers 4, run: 'kademlia'
stop at: 10.s
use 'student.MyTable', as: 'routing-table'
use 'student.MyTable', as: 'routing-table'
