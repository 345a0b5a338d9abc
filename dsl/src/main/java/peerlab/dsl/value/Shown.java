package peerlab.dsl.value;

import java.util.List;

import peerlab.engine.observe.MetricCatalog;

/**
 * What a run shows, and so what a condition may name.
 *
 * @param properties the named statements of the protocols
 * @param messages the message types of the protocols
 * @param areAllPropertiesKnown false where a protocol is none that is installed, and may name others
 */
public record Shown(MetricCatalog catalog, List<String> properties, List<String> messages,
        boolean areAllPropertiesKnown) {

    public Shown(MetricCatalog catalog, List<String> properties, List<String> messages) {
        this(catalog, properties, messages, true);
    }
}
