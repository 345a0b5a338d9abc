package peerlab.reports.export.chart;

import java.io.IOException;
import java.io.OutputStream;

import peerlab.reports.Json;

/**
 * A chart as a specification of Vega-Lite 5 with its data in it: to be opened in the Vega editor, put into a
 * page, or changed.
 */
public final class VegaLite {

    private static final String SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json";
    private static final int ROW_DEPTH = 4;

    private VegaLite() {
    }

    public static void write(Chart chart, OutputStream out) throws IOException {
        try (Json json = new Json(out, ROW_DEPTH)) {
            json.beginObject().field("$schema", SCHEMA).field("title", chart.name())
                    .field("width", 640).field("height", 320).beginList("layer");
            bands(chart, json);
            lines(chart, json);
            json.endList().endObject();
        }
    }

    private static void bands(Chart chart, Json json) throws IOException {
        if (chart.bands().isEmpty()) {
            return;
        }
        json.beginObject().beginObject("data").beginList("values");
        for (Chart.Band band : chart.bands()) {
            json.beginObject().field("from", band.from()).field("to", band.to()).field("fault", band.name())
                    .endObject();
        }
        json.endList().endObject();
        json.beginObject("mark").field("type", "rect").field("color", "#d55e00").field("opacity", 0.15)
                .endObject().beginObject("encoding");
        axis("x", "from", "time in s", json);
        json.beginObject("x2").field("field", "to").endObject();
        json.beginObject("tooltip").field("field", "fault").field("type", "nominal").endObject();
        json.endObject().endObject();
    }

    private static void lines(Chart chart, Json json) throws IOException {
        json.beginObject().beginObject("data").beginList("values");
        for (Chart.Line line : chart.lines()) {
            for (int i = 0; i < line.values().length; i++) {
                json.beginObject().field("time", line.seconds()[i]).field("value", line.values()[i])
                        .field("line", line.name()).endObject();
            }
        }
        json.endList().endObject();
        json.beginObject("mark").field("type", "line").field("point", true).endObject()
                .beginObject("encoding");
        axis("x", "time", "time in s", json);
        axis("y", "value", chart.name(), json);
        json.beginObject("color").field("field", "line").field("type", "nominal").field("title", "")
                .endObject();
        json.endObject().endObject();
    }

    private static void axis(String channel, String field, String title, Json json) throws IOException {
        json.beginObject(channel).field("field", field).field("type", "quantitative").field("title", title)
                .endObject();
    }
}
