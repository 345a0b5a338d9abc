package peerlab.dsl.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines of values with commas between (RFC 4180), in the columns that the first line names. */
final class CsvForm implements RecordedFile.LineForm {

    private final List<String> columns;

    CsvForm(String first) {
        this.columns = cells(first).stream().map(String::strip).toList();
    }

    List<String> columns() {
        return columns;
    }

    @Override
    public Map<String, String> values(String text) {
        List<String> cells = cells(text);
        if (cells.size() > columns.size()) {
            throw new IllegalArgumentException(cells.size() + " values in " + columns.size() + " columns");
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isBlank()) {
                values.put(columns.get(i), cells.get(i).strip());
            }
        }
        return values;
    }

    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean isQuoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean isDoubled = isQuoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
            if (isDoubled) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                isQuoted = !isQuoted;
            } else if (c == ',' && !isQuoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (isQuoted) {
            throw new IllegalArgumentException("a quote that is never closed");
        }
        cells.add(cell.toString());
        return cells;
    }
}
