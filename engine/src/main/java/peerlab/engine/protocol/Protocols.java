package peerlab.engine.protocol;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The protocols that can be run, by name. */
public final class Protocols {

    private final TreeMap<String, ProtocolProvider> byName = new TreeMap<>();

    public Protocols(Collection<? extends ProtocolProvider> providers) {
        for (ProtocolProvider provider : providers) {
            ProtocolProvider other = byName.putIfAbsent(provider.name(), provider);
            if (other != null) {
                throw new IllegalArgumentException("two protocols are called '" + provider.name() + "': "
                        + other.getClass().getName() + " and " + provider.getClass().getName());
            }
        }
    }

    /** Those on the class path. */
    public static Protocols installed() {
        return new Protocols(ServiceLoader.load(ProtocolProvider.class).stream()
                .map(ServiceLoader.Provider::get).toList());
    }

    /** The one with a name, or with the name of its provider's class. */
    public Optional<ProtocolProvider> find(String name) {
        return Optional.ofNullable(byName.get(name))
                .or(() -> byName.values().stream().filter(p -> p.getClass().getName().equals(name))
                        .findFirst());
    }

    /** All of them, by name. */
    public List<ProtocolProvider> all() {
        return List.copyOf(byName.values());
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }
}
