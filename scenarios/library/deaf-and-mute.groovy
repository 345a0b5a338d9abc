scenario 'A deaf peer still spreads a rumour; a mute one still hears of it'

peers 40, run: 'flood', degree: 5

network {
    latency 20.ms..60.ms
}

timeline {
    during(1.s..10.s)   { isolate 'p1', direction: in, as: 'deaf' }
    at(2.s)             { send 'by the deaf', from: 'p1' }
    at(5.s)             { send 'for the deaf', from: 'p2' }
    during(11.s..20.s)  { isolate 'p1', direction: out, as: 'mute' }
    at(12.s)            { send 'by the mute', from: 'p1' }
    at(15.s)            { send 'for the mute', from: 'p2' }
    at(21.s)            { send 'at last', from: 'p1' }
}

expect {
    always(after: 4.s, until: 5.s)    { rumours.coverage == 100.percent }
    // 39 of 40: all but the deaf one
    always(after: 7.s, until: 12.s)   { rumours.coverage == 97.5.percent }
    // 1 of 40: nobody but the mute one
    always(after: 12.s, until: 15.s)  { rumours.coverage == 2.5.percent }
    always(after: 17.s, until: 21.s)  { rumours.coverage == 100.percent }
    atEnd                             { rumours.coverage == 100.percent }
}

stop at: 25.s
