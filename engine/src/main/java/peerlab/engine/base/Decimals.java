package peerlab.engine.base;

/** Writes fixed-point numbers the way a person would: exact, and without trailing zeros. */
final class Decimals {

    private Decimals() {
    }

    /** {@code value} divided by ten to the power of {@code places}. */
    static String plain(long value, int places) {
        String digits = Long.toString(value);
        if (digits.length() <= places) {
            digits = "0".repeat(places - digits.length() + 1) + digits;
        }
        int point = digits.length() - places;
        int end = digits.length();
        while (end > point && digits.charAt(end - 1) == '0') {
            end--;
        }
        String whole = digits.substring(0, point);
        return end == point ? whole : whole + "." + digits.substring(point, end);
    }
}
