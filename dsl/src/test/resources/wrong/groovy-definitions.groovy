scenario 'A claim'
peers 64, run: 'kademlia'
import groovy.json.JsonSlurper
class Victims { int count }
def twice(x) { x * 2 }
stop at: 90.s
