package peerlab.dsl.yaml;

import java.io.StringReader;
import java.util.Optional;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.Node;

import peerlab.dsl.diagnostic.Diagnostic;
import peerlab.dsl.diagnostic.Diagnostics;
import peerlab.dsl.diagnostic.Source;
import peerlab.dsl.grammar.Environment;
import peerlab.dsl.grammar.FrontEnd;
import peerlab.dsl.grammar.Vocabulary;

/**
 * Reads a scenario in YAML. Scalars are taken as the text that they are: {@code no}, {@code 010} and {@code
 * 12:30:45} mean what the language says, never what YAML 1.1 says. Tags, anchors and further documents are
 * refused.
 */
public final class YamlFrontEnd implements FrontEnd {

    /** Lists and maps nest no deeper than this. */
    private static final int MOST_DEPTH = 50;

    private final Vocabulary vocabulary;

    public YamlFrontEnd(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    @Override
    public void read(Source source, Environment environment, Diagnostics diagnostics) {
        Optional<Diagnostic> unreadable = new Characters(source).complaint();
        if (unreadable.isPresent()) {
            diagnostics.add(unreadable.get());
            return;
        }
        Places places = new Places(source);
        Optional<Node> root;
        try {
            String text = Mask.over(source.text());
            if (!isPlain(text, places, diagnostics)) {
                return;
            }
            root = Optional.ofNullable(yaml().compose(new StringReader(text)));
        } catch (YAMLException wrong) {
            diagnostics.add(new YamlErrors(places).diagnostic(wrong));
            return;
        }
        root.ifPresent(node -> new NodeReader(vocabulary, places, diagnostics).scenario(node, environment));
    }

    /** True where the file is one document without tags and anchors. */
    private static boolean isPlain(String text, Places places, Diagnostics diagnostics) {
        int documents = 0;
        int depth = 0;
        boolean isPlain = true;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                diagnostics.error(places.at(event.getStartMark(), 3), "a second document in one file",
                        "one file is one scenario: put the second into a file of its own");
                return false;
            }
            depth += event instanceof CollectionStartEvent ? 1 : event instanceof CollectionEndEvent ? -1
                    : 0;
            if (depth > MOST_DEPTH) {
                diagnostics.error(places.at(event.getStartMark(), 1),
                        "lists and maps nest more than " + MOST_DEPTH + " deep", "make it flatter");
                return false;
            }
            if (event instanceof AliasEvent alias) {
                diagnostics.error(places.at(event.getStartMark(), alias.getAnchor().length() + 1),
                        "an alias, '*" + alias.getAnchor() + "'",
                        "write the value out, or make it a parameter");
                isPlain = false;
            } else if (event instanceof NodeEvent node && node.getAnchor() != null) {
                diagnostics.error(places.at(event.getStartMark(), node.getAnchor().length() + 1),
                        "an anchor, '&" + node.getAnchor() + "'",
                        "make the value a parameter: params: { n: 64 }");
                isPlain = false;
            }
            String tag = tag(event);
            if (tag != null) {
                diagnostics.error(places.at(event.getStartMark(), 1), "a tag, '" + shown(tag) + "'",
                        "a scenario has no tags: leave it out");
                isPlain = false;
            }
        }
        return isPlain;
    }

    private static String tag(Event event) {
        if (event instanceof ScalarEvent scalar) {
            return scalar.getTag();
        }
        return event instanceof CollectionStartEvent collection ? collection.getTag() : null;
    }

    private static String shown(String tag) {
        String known = "tag:yaml.org,2002:";
        return tag.startsWith(known) ? "!!" + tag.substring(known.length()) : tag;
    }

    private static Yaml yaml() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(MOST_DEPTH + 1);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(Integer.MAX_VALUE);
        return new Yaml(new SafeConstructor(options));
    }
}
