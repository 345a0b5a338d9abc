package peerlab.dsl.replay;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Lines of one object each: {@code {"time": 1.5, "key": "key-1"}}. */
final class JsonForm implements RecordedFile.LineForm {

    private final JsonFactory json = new JsonFactory();

    @Override
    public Map<String, String> values(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = json.createParser(text)) {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (!value.isScalarValue()) {
                    throw new IllegalArgumentException("'" + name + "' is a list or an object");
                }
                if (value != JsonToken.VALUE_NULL) {
                    values.put(name, parser.getText());
                }
            }
            if (isObject && parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null) {
                return values;
            }
        } catch (IOException broken) {
            // said below, without the words of the parser
        }
        throw new IllegalArgumentException("this line is no JSON object");
    }
}
