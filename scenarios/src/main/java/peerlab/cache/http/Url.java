package peerlab.cache.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes one text of all that mean the same resource, as RFC 3986 has it in section 6.2: scheme and host in
 * small letters, no port where it is the usual one, no dot segments, percent-encoding in capitals and only
 * where it is needed, no fragment. A key that is no URL is a path of the one origin there is.
 */
final class Url {

    private static final Pattern PARTS =
            Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*))?([^?#]*)(\\?[^#]*)?(?:#.*)?");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String UNRESERVED = "-._~";

    private Url() {
    }

    /** What keeps a text from naming a resource. */
    static Optional<String> complaint(String text) {
        String url = text.strip();
        if (url.isEmpty()) {
            return Optional.of("a resource has a name");
        }
        if (url.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
            return Optional.of("'" + url + "' has a blank in it: write %20");
        }
        if (BROKEN.matcher(url).find()) {
            return Optional.of("'" + url + "' has a % that two hexadecimal digits do not follow");
        }
        Matcher parts = PARTS.matcher(url);
        boolean isRight = parts.matches() && (parts.group(1) == null || !host(parts.group(2)).isEmpty());
        return isRight ? Optional.empty() : Optional.of("'" + url + "' names no host");
    }

    /** The text that all texts for the same resource come to. */
    static String normal(String text) {
        Matcher parts = PARTS.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException("no URL: " + text);
        }
        String scheme = parts.group(1) == null ? "http" : parts.group(1).toLowerCase(Locale.ROOT);
        String authority = parts.group(2) == null ? "origin" : authority(parts.group(2), scheme);
        String query = parts.group(4) == null ? "" : encoded(parts.group(4));
        return scheme + "://" + authority + path(encoded(parts.group(3))) + query;
    }

    private static String host(String authority) {
        return authority.substring(authority.lastIndexOf('@') + 1).replaceFirst(":[0-9]*$", "");
    }

    private static String authority(String written, String scheme) {
        String name = written.toLowerCase(Locale.ROOT);
        String usual = scheme.equals("https") ? ":443" : ":80";
        return name.endsWith(usual) ? name.substring(0, name.length() - usual.length())
                : name.endsWith(":") ? name.substring(0, name.length() - 1) : name;
    }

    private static String encoded(String text) {
        return ENCODED.matcher(text).replaceAll(match -> {
            char sign = (char) Integer.parseInt(match.group(1), 16);
            boolean isPlain = sign < 0x80
                    && (Character.isLetterOrDigit(sign) || UNRESERVED.indexOf(sign) >= 0);
            return Matcher.quoteReplacement(isPlain ? String.valueOf(sign)
                    : "%" + match.group(1).toUpperCase(Locale.ROOT));
        });
    }

    /** Without the segments {@code .} and {@code ..}; section 5.2.4. */
    private static String path(String written) {
        Deque<String> kept = new ArrayDeque<>();
        String[] segments = written.replaceFirst("^/", "").split("/", -1);
        boolean isFolder = false;
        for (String segment : segments) {
            isFolder = segment.isEmpty() || segment.equals(".") || segment.equals("..");
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.equals(".") && !segment.isEmpty()) {
                kept.add(segment);
            }
        }
        String path = "/" + String.join("/", kept);
        return isFolder && !kept.isEmpty() ? path + "/" : path;
    }
}
