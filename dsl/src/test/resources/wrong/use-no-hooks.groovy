scenario 'x'
peers 4, run: 'raft'
stop at: 10.s
use 'student.MyTable', as: 'routing-table'
