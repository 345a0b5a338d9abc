package peerlab.cache.http

import spock.lang.Specification

/** RFC 3986, section 6.2, and the examples of its section 5.4 that concern paths. */
class UrlSpec extends Specification {

    def "#written is #normal"() {
        expect:
        Url.normal(written) == normal
        Url.normal(normal) == normal
        Url.complaint(written).empty

        where:
        written                              | normal
        'HTTP://User@Example.COM:80/'        | 'http://user@example.com/'
        'https://example.com:443'            | 'https://example.com/'
        'https://example.com:8443/x'         | 'https://example.com:8443/x'
        'http://example.com:/x'              | 'http://example.com/x'
        'http://a/b/c/./../../g'             | 'http://a/g'
        'http://a/b/c/..'                    | 'http://a/b/'
        'http://a/../../g'                   | 'http://a/g'
        'http://a/%7esmith/%c3%a9%2f'        | 'http://a/~smith/%C3%A9%2F'
        'http://a/x?q=%41b#part'             | 'http://a/x?q=Ab'
        'eXAMPLE://a/./b/../b/%63/%7bfoo%7d' | 'example://a/b/c/%7Bfoo%7D'
        'key-17'                             | 'http://origin/key-17'
        '/news/today'                        | 'http://origin/news/today'
        '  key-17 '                          | 'http://origin/key-17'
    }

    def "#written names nothing"() {
        expect:
        Url.complaint(written).get() == why

        where:
        written        | why
        '   '          | 'a resource has a name'
        'two words'    | "'two words' has a blank in it: write %20"
        'http:///x'    | "'http:///x' names no host"
        'a%zz'         | "'a%zz' has a % that two hexadecimal digits do not follow"
    }
}
