package peerlab.reports.page;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import peerlab.reports.layout.ForceLayout;
import peerlab.reports.layout.Graph;

/** The places of peers in the pictures of a topology, each layout by name. */
final class Layouts {

    /** So few clusters have room to be larger. */
    private static final int FEW = 3;
    private static final int HEX = 16;
    /** The angle between neighbours in a sunflower. */
    private static final double GOLDEN = StrictMath.PI * (3 - Math.sqrt(5));

    private final Map<String, double[][]> all = new LinkedHashMap<>();

    /** @param identifiers of the peers in hexadecimal, null for one that has none */
    Layouts(Graph graph, List<String> identifiers, List<String> clusters) {
        all.put("force", ForceLayout.of(graph));
        all.put("ring", ring(identifiers));
        if (clusters.stream().distinct().count() > 1) {
            all.put("regions", clustered(clusters));
        }
    }

    /** By name: first coordinates, second coordinates, in the unit square. */
    Map<String, double[][]> all() {
        return all;
    }

    /** Around a circle by identifier, 0 at the top; where some have none, in the order of their names. */
    static double[][] ring(List<String> identifiers) {
        int size = identifiers.size();
        boolean isKnown = identifiers.stream().allMatch(id -> id != null);
        double[][] places = new double[2][size];
        for (int i = 0; i < size; i++) {
            double turn = isKnown ? share(identifiers.get(i)) : (double) i / size;
            places[0][i] = 0.5 + 0.48 * StrictMath.sin(2 * StrictMath.PI * turn);
            places[1][i] = 0.5 - 0.48 * StrictMath.cos(2 * StrictMath.PI * turn);
        }
        return places;
    }

    private static double share(String identifier) {
        BigInteger whole = BigInteger.ONE.shiftLeft(4 * identifier.length());
        return new java.math.BigDecimal(new BigInteger(identifier, HEX))
                .divide(new java.math.BigDecimal(whole), java.math.MathContext.DECIMAL64).doubleValue();
    }

    /** Each cluster a sunflower of its own, the clusters around a circle; two of them side by side. */
    static double[][] clustered(List<String> clusters) {
        Map<String, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < clusters.size(); i++) {
            members.computeIfAbsent(clusters.get(i), c -> new ArrayList<>()).add(i);
        }
        int count = members.size();
        double[][] places = new double[2][clusters.size()];
        double ring = count <= FEW ? 0.27 : 0.33;
        double first = count == 2 ? -StrictMath.PI / 2 : 0;
        double most = Math.min(0.49 - ring, ring * StrictMath.sin(StrictMath.PI / count) * 0.85);
        int largest = members.values().stream().mapToInt(List::size).max().orElse(1);
        int number = 0;
        for (List<Integer> ofOne : members.values()) {
            double turn = first + 2 * StrictMath.PI * number++ / count;
            double radius = most * Math.max(0.35, Math.sqrt((double) ofOne.size() / largest));
            for (int i = 0; i < ofOne.size(); i++) {
                double r = radius * Math.sqrt((i + 0.5) / ofOne.size());
                places[0][ofOne.get(i)] = 0.5 + ring * StrictMath.sin(turn) + r * StrictMath.cos(i * GOLDEN);
                places[1][ofOne.get(i)] = 0.5 - ring * StrictMath.cos(turn) + r * StrictMath.sin(i * GOLDEN);
            }
        }
        return places;
    }

    /** What peers are gathered by: the first property in which they differ. */
    static List<String> clusters(int size, List<Function<Integer, String>> properties) {
        for (Function<Integer, String> property : properties) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                values.add(property.apply(i));
            }
            long distinct = values.stream().distinct().count();
            if (distinct > 1 && distinct <= Math.max(2, size / 2)) {
                return values;
            }
        }
        return java.util.Collections.nCopies(size, "");
    }
}
