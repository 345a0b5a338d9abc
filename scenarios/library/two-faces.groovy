// Who asks the holder is told the truth or a forgery, always the same. The forgery claims to be new, so it
// also wins in the
// caches along the way: more than half of the readers end up with it.
scenario 'A holder that tells two stories splits its readers, and most believe the story that seems newer'

peers 100, run: 'kademlia', k: 1, start: 'converged'

network {
    latency 20.ms..60.ms
}

timeline {
    at(1.s)   { put 'key-1', from: 'p1' }
    at(2.s)   { byzantine closest(1, to: 'key-1'), behaviour: 'equivocates', as: 'the two-faced' }
    at(3.s)   { get 'key-1', from: where { honest } }
}

expect {
    atEnd(points: 5)   { gets.succeeded > 0 and gets.wrong > gets.succeeded }
    atEnd(points: 5)   { gets.succeeded + gets.wrong == gets.count }
}

stop at: 9.s
