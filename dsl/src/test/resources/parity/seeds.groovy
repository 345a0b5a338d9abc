scenario 'Seeds in a list, one range of whole numbers in the matrix'
seeds([3, 5, 8])
matrix n: 2..4, policy: ['ping', 'never']
peers n, run: 'kademlia', eviction: policy
stop at: 10.s
