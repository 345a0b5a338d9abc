scenario 'A claim'
peers 64, run: 'kademlia'
'ls'.execute()
new File('x.txt').text
size = System.getenv('SIZE')
System.out.println('x')
stop at: 90.s
