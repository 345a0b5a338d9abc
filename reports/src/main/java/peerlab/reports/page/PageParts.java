package peerlab.reports.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The scripts and styles of the page, made one. Each script is a plain ES module; a page that is opened
 * from the disk may import nothing, so each becomes a function that runs once, in the order in which they
 * need each other, and gives back what it exports.
 */
final class PageParts {

    private static final Pattern IMPORT = Pattern.compile(
            "(?m)^import (\\{[^}]*\\}) from '\\./([a-z-]+)\\.js';\\n");
    private static final Pattern EXPORT = Pattern.compile("(?m)^export (?=(?:function|const|class) (\\w+))");
    private static final String MAIN = "main";

    private PageParts() {
    }

    /** A file of the page by its name. */
    static String text(String name) {
        try (InputStream in = PageParts.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the page has no part '" + name + "'");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All modules that the main one needs, and itself, as one script. */
    static String script() {
        Map<String, String> modules = new LinkedHashMap<>();
        collect(MAIN, modules);
        return String.join("\n", modules.values());
    }

    private static void collect(String name, Map<String, String> modules) {
        if (modules.containsKey(name)) {
            return;
        }
        String text = text(name + ".js");
        for (Matcher imports = IMPORT.matcher(text); imports.find();) {
            collect(imports.group(2), modules);
        }
        String exports = EXPORT.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.joining(", "));
        String imported = IMPORT.matcher(text)
                .replaceAll(found -> "const " + found.group(1) + " = " + variable(found.group(2)) + ";\n");
        modules.put(name, "const " + variable(name) + " = (() => {\n"
                + EXPORT.matcher(imported).replaceAll("") + "return { " + exports + " };\n})();\n");
    }

    private static String variable(String module) {
        return "module_" + module.replace('-', '_');
    }
}
