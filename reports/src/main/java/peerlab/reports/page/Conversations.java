package peerlab.reports.page;

import java.util.Arrays;


/**
 * Says to which conversation each event of a trace belongs, line after line. A conversation is all that
 * follows from one beginning: an operation that a client asks for, a timer that no open operation started, a
 * life step, a step of the timeline. Their numbers are the same each time the same trace is followed.
 */
final class Conversations {

    /** How many are told apart; what begins later belongs to none. */
    static final int MOST = 1 << 24;
    static final int NONE = -1;
    static final byte OPERATION = 1;
    static final byte ANSWERED = 2;
    static final byte FAILED = 4;
    private static final byte BY_TIMER = 8;
    private static final int REMEMBERED = 1 << 20;
    /** Below the number of its conversation, each id keeps whether it is that of a timer. */
    private static final int TIMER_ID = 1;

    private final CauseMap causes = new CauseMap(REMEMBERED);
    /** Where the runs of an algorithm began, by peer and number. */
    private final CauseMap runs = new CauseMap(REMEMBERED);
    private final Numbered<String> peers = new Numbered<>();
    private long stepCause;
    private String stepPeer = "";
    private int stepConversation = NONE;
    private int uncaused = NONE;
    private byte[] flags = new byte[1 << 10];
    private int count;

    /** The conversation of an event, or {@link #NONE}. */
    int of(Event line) {
        return switch (line.kind()) {
            case "sent" -> born(line, sent(line), 0);
            case "delivered", "dropped" -> known(line.id());
            case "timer" -> timer(line);
            case "step" -> step(line);
            case "broken" -> at(line.cause());
            case "asked" -> born(line, begin(OPERATION), 0);
            case "answered" -> answered(line);
            case "life", "timeline" -> life(line);
            default -> NONE;
        };
    }

    int count() {
        return count;
    }

    boolean isOperation(int conversation) {
        return (flags[conversation] & OPERATION) != 0;
    }

    boolean isFailed(int conversation) {
        return (flags[conversation] & FAILED) != 0;
    }

    /** What a change of life brings about names the same cause as the change. */
    private int life(Event line) {
        int conversation = born(line, begin((byte) 0), 0);
        long cause = line.cause();
        if (conversation != NONE && cause != 0 && causes.get(cause) == CauseMap.UNKNOWN) {
            causes.put(cause, conversation * 2);
        }
        return conversation;
    }

    private int born(Event line, int conversation, int mark) {
        long id = line.id();
        if (conversation != NONE && id != 0) {
            causes.put(id, conversation * 2 + mark);
        }
        return conversation;
    }

    private int known(long id) {
        int found = causes.get(id);
        return found == CauseMap.UNKNOWN ? NONE : found / 2;
    }

    /**
     * The conversation of what was being handled; where that is forgotten, one begins. What nothing caused is
     * one together.
     */
    private int at(long cause) {
        if (cause == 0) {
            uncaused = uncaused == NONE ? begin((byte) 0) : uncaused;
            return uncaused;
        }
        int found = known(cause);
        if (found == NONE) {
            found = begin((byte) 0);
            if (found != NONE) {
                causes.put(cause, found * 2);
            }
        }
        return found;
    }

    /**
     * A step belongs to what is being handled; a later one of the same lookup to where the first one did,
     * though a timer that serves several lookups may be what is being handled.
     */
    private int step(Event line) {
        stepCause = line.cause();
        stepPeer = line.text("peer").orElse("");
        stepConversation = at(stepCause);
        if (line.lookup() >= 0) {
            long run = (peers.of(stepPeer) + 1L) << 32 | line.lookup() & 0xffffffffL;
            int known = runs.get(run);
            if (known == CauseMap.UNKNOWN && stepConversation != NONE) {
                runs.put(run, stepConversation);
            } else if (known != CauseMap.UNKNOWN) {
                stepConversation = known;
            }
        }
        return stepConversation;
    }

    /** What is sent right after a step at the same peer, for the same cause, follows from the step. */
    private int sent(Event line) {
        long cause = line.cause();
        boolean isAfterStep = cause != 0 && cause == stepCause
                && line.text("from").filter(stepPeer::equals).isPresent();
        return isAfterStep && stepConversation != NONE ? stepConversation : at(cause);
    }

    /** A timer belongs to the operation that started it while that is open, and once after. */
    private int timer(Event line) {
        int cause = causes.get(line.cause());
        if (cause != CauseMap.UNKNOWN) {
            int conversation = cause / 2;
            boolean isOpen = (flags[conversation] & ANSWERED) == 0;
            boolean isStartedByTimer = cause % 2 == TIMER_ID;
            if (isOperation(conversation) && (isOpen || !isStartedByTimer)) {
                return born(line, conversation, TIMER_ID);
            }
        }
        return born(line, begin(BY_TIMER), TIMER_ID);
    }

    private int answered(Event line) {
        int conversation = known(line.id());
        if (conversation != NONE) {
            flags[conversation] |= ANSWERED;
            if (line.isFalse("success")) {
                flags[conversation] |= FAILED;
            }
        }
        return conversation;
    }

    private int begin(byte kind) {
        if (count >= MOST) {
            return NONE;
        }
        if (count == flags.length) {
            flags = Arrays.copyOf(flags, count * 2);
        }
        flags[count] = kind;
        return count++;
    }
}
