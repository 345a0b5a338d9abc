package peerlab.engine.protocol;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What theory may presume of a run.
 *
 * @param demands what clients ask for, in the order of the timeline
 * @param isUndisturbed whether nobody comes or goes and nothing goes wrong, as far as the timeline says
 */
public record Premises(List<Demand> demands, boolean isUndisturbed) {

    public Premises {
        demands = List.copyOf(demands);
    }

    /**
     * Clients ask for keys by chance, each time independently of all before.
     *
     * @param keys how many there are to choose from; 0 where they are chosen by another rule
     * @param weight how likely the i-th is, from 0, in proportion to the others
     * @param writes whether some of the operations write
     */
    public record Demand(String operation, int keys, IntToDoubleFunction weight, boolean writes) {

        /** The i-th key, from 0. */
        public static String key(int i) {
            return "key-" + (i + 1);
        }
    }
}
