package peerlab.cache.ring;

import java.util.Arrays;

/** Which of a key's replicas a get asks first. */
enum Choice {
    IN_ORDER("in-order"),
    ANY("any"),
    TWO_CHOICES("two-choices");

    private final String word;

    Choice(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    static Choice named(String word) {
        return Arrays.stream(values()).filter(choice -> choice.word.equals(word)).findFirst().orElseThrow();
    }
}
