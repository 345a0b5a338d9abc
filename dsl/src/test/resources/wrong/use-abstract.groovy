scenario 'x'
peers 4, run: 'kademlia'
stop at: 10.s
use 'student.HalfTable', as: 'routing-table'
