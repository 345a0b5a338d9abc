package peerlab.dsl.groovy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.stmt.Statement;

/**
 * Reads many parts of a script at once, since each reading of Groovy's parser costs something by itself. Only
 * parts about which there is no doubt are read so, and what is read with an error counts for nothing.
 */
final class Together {

    /** More at once would save nothing more, and lose more where one has an error. */
    private static final int MOST = 64;

    private final ScriptText script;
    private final Outline outline;
    private final Function<Outline.Part, Passage> passages;
    private final Function<String, Optional<ModuleNode>> parser;
    private final Map<Outline.Part, Piece> pieces = new HashMap<>();
    private final List<ModuleNode> trees = new ArrayList<>();

    /** @param passages what Groovy is to read of a part, with nothing in its braces */
    Together(ScriptText script, Outline outline, Function<Outline.Part, Passage> passages,
            Function<String, Optional<ModuleNode>> parser) {
        this.script = script;
        this.outline = outline;
        this.passages = passages;
        this.parser = parser;
    }

    /** What was read of a part, and where its tree has room for what stands in its braces. */
    record Piece(List<Statement> statements, Bodies bodies) {
    }

    private record Single(Outline.Part part, Passage passage) {
    }

    Optional<Piece> of(Outline.Part part) {
        return Optional.ofNullable(pieces.get(part));
    }

    /** The trees that the pieces are from. */
    List<ModuleNode> trees() {
        return trees;
    }

    /** Reads parts, then what stands in their braces. */
    void read(List<Outline.Part> parts) {
        List<Outline.Part> inside = new ArrayList<>();
        List<Single> batch = new ArrayList<>();
        for (Outline.Part part : parts) {
            outline.whole(part).map(passages).filter(passage -> !passage.isTooLong()).ifPresent(passage -> {
                if (batch.size() == MOST || !batch.isEmpty() && !passage.isBelow(last(batch).passage())) {
                    inside.addAll(readAtOnce(batch));
                    batch.clear();
                }
                batch.add(new Single(part, passage));
            });
        }
        inside.addAll(readAtOnce(batch));
        if (!inside.isEmpty()) {
            read(inside);
        }
    }

    private static Single last(List<Single> batch) {
        return batch.get(batch.size() - 1);
    }

    /** What stands in the braces of the parts that could be read. */
    private List<Outline.Part> readAtOnce(List<Single> batch) {
        if (batch.size() < 2) {
            return List.of();
        }
        Optional<ModuleNode> tree = parser.apply(Passage.text(batch.stream().map(Single::passage).toList()));
        return tree.map(readable -> inside(batch, readable)).orElse(List.of());
    }

    private List<Outline.Part> inside(List<Single> batch, ModuleNode tree) {
        Bodies bodies = new Bodies(script, tree);
        Map<Outline.Part, Piece> found = new HashMap<>();
        List<Outline.Part> inside = new ArrayList<>();
        List<Statement> all = Syntax.statements(tree);
        int next = 0;
        for (Single single : batch) {
            List<Statement> own = new ArrayList<>();
            while (next < all.size() && single.passage().holds(script.offset(all.get(next)))) {
                own.add(all.get(next++));
            }
            List<Integer> blocks = outline.blocks(single.part());
            if (!single.passage().isAsWritten(own) || !blocks.stream().allMatch(bodies::hasRoomFor)) {
                return List.of();
            }
            found.put(single.part(), new Piece(own, bodies));
            blocks.forEach(brace -> inside.addAll(outline.statements(brace + 1, outline.closing(brace))));
        }
        if (next < all.size()) {
            return List.of();
        }
        pieces.putAll(found);
        trees.add(tree);
        return inside;
    }
}
