package peerlab.dsl.yaml

import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.InputFormat
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import org.yaml.snakeyaml.DumperOptions.ScalarStyle
import org.yaml.snakeyaml.LoaderOptions
import org.yaml.snakeyaml.Yaml
import org.yaml.snakeyaml.constructor.SafeConstructor
import org.yaml.snakeyaml.error.YAMLException
import org.yaml.snakeyaml.nodes.MappingNode
import org.yaml.snakeyaml.nodes.Node
import org.yaml.snakeyaml.nodes.ScalarNode
import org.yaml.snakeyaml.nodes.SequenceNode

/** What an editor with a YAML server does: reads by YAML 1.2, and holds what it read to a schema. */
class Editor {

    private final com.networknt.schema.Schema schema

    Editor(Map<String, Object> document) {
        def registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
        schema = registry.getSchema(new ObjectMapper().writeValueAsString(document), InputFormat.JSON)
    }

    /** What the editor underlines; of a file that is no YAML, that alone. */
    List<String> underlines(String text) {
        Node root
        try {
            // brackets within a value are hidden: an editor wants such a value in quotes
            def options = new LoaderOptions(allowDuplicateKeys: false)
            def masked = Mask.over(text)
            root = new Yaml(new SafeConstructor(options)).compose(new StringReader(masked))
            def value = root == null ? null : plain(root, text)
            def json = new ObjectMapper().writeValueAsString(value)
            return schema.validate(json, InputFormat.JSON)*.toString()
        } catch (YAMLException noYaml) {
            return ["no YAML: $noYaml.message" as String]
        }
    }

    private static Object plain(Node node, String text) {
        if (node instanceof MappingNode) {
            def map = [:]
            node.value.each {
                def key = plain(it.keyNode, text) as String
                if (map.containsKey(key)) {
                    throw new YAMLException("duplicate key '$key'")
                }
                map[key] = plain(it.valueNode, text)
            }
            return map
        }
        if (node instanceof SequenceNode) {
            return node.value.collect { plain(it, text) }
        }
        def scalar = node as ScalarNode
        if (scalar.scalarStyle != ScalarStyle.PLAIN) {
            return scalar.value
        }
        return resolved(text.substring(scalar.startMark.index, scalar.endMark.index).strip())
    }

    /** The core schema of YAML 1.2, section 10.3.2. */
    private static Object resolved(String word) {
        switch (word) {
            case ~/null|Null|NULL|~|/: return null
            case ~/true|True|TRUE/: return true
            case ~/false|False|FALSE/: return false
            case ~/[-+]?[0-9]+/: return new BigInteger(word)
            case ~/0x[0-9a-fA-F]+/: return new BigInteger(word.substring(2), 16)
            case ~/0o[0-7]+/: return new BigInteger(word.substring(2), 8)
            case ~/[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?/: return new BigDecimal(word)
            default: return word
        }
    }
}
