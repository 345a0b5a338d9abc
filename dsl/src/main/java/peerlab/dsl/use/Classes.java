package peerlab.dsl.use;

import java.util.List;

/** The classes that a scenario may name: those that somebody brings along. */
public interface Classes {

    /** Nobody brings any: only what Peerlab itself can see is found. */
    Classes NONE = new Classes() {
        @Override
        public Class<?> load(String name) throws ClassNotFoundException {
            return Class.forName(name, false, Classes.class.getClassLoader());
        }

        @Override
        public List<String> names() {
            return List.of();
        }
    };

    /**
     * A class by its full name.
     *
     * @throws ClassNotFoundException where there is none
     * @throws LinkageError where there is one that cannot be loaded
     */
    Class<?> load(String name) throws ClassNotFoundException;

    /** The full names of the classes that were brought along, for suggestions. */
    List<String> names();
}
