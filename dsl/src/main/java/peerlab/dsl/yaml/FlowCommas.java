package peerlab.dsl.yaml;

import java.util.ArrayList;
import java.util.List;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Joins what YAML's braces take apart: in <code>{ latency: normal(50ms, 10ms) }</code> the comma belongs to the value,
 * for its parenthesis is still open.
 */
final class FlowCommas {

    private FlowCommas() {
    }

    static List<NodeTuple> joined(List<NodeTuple> tuples) {
        List<NodeTuple> joined = new ArrayList<>();
        for (int i = 0; i < tuples.size(); i++) {
            NodeTuple tuple = tuples.get(i);
            int open = open(tuple.getValueNode());
            int last = i;
            while (open > 0 && last + 1 < tuples.size() && isRest(tuples.get(last + 1))) {
                last++;
                open += open(tuples.get(last).getKeyNode());
            }
            boolean isClosed = last > i && open == 0;
            joined.add(isClosed ? join(tuple, tuples.get(last)) : tuple);
            i = isClosed ? last : i;
        }
        return joined;
    }

    /** A word without a value is no option: it is what follows a comma. */
    private static boolean isRest(NodeTuple tuple) {
        return tuple.getKeyNode() instanceof ScalarNode
                && tuple.getValueNode() instanceof ScalarNode value && value.getValue().isEmpty();
    }

    private static int open(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getScalarStyle() != ScalarStyle.PLAIN) {
            return 0;
        }
        return scalar.getValue().chars().map(c -> c == '(' ? 1 : c == ')' ? -1 : 0).sum();
    }

    private static NodeTuple join(NodeTuple first, NodeTuple last) {
        ScalarNode value = (ScalarNode) first.getValueNode();
        ScalarNode whole = new ScalarNode(value.getTag(), value.getValue(), value.getStartMark(),
                last.getKeyNode().getEndMark(), ScalarStyle.PLAIN);
        return new NodeTuple(first.getKeyNode(), whole);
    }
}
