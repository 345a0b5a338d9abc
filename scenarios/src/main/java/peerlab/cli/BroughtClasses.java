package peerlab.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import peerlab.dsl.use.Classes;

/** Classes that the command line brings along, beside those of Peerlab and never in their place. */
final class BroughtClasses extends ClassLoader implements Classes {

    private final Map<String, byte[]> code;

    /** @param code each class by its full name */
    BroughtClasses(Map<String, byte[]> code) {
        super("with", BroughtClasses.class.getClassLoader());
        this.code = new TreeMap<>(code);
    }

    @Override
    public Class<?> load(String name) throws ClassNotFoundException {
        return loadClass(name);
    }

    @Override
    public List<String> names() {
        return code.keySet().stream().filter(name -> name.indexOf('$') < 0).toList();
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = code.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
