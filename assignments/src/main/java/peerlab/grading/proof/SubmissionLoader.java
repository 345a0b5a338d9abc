package peerlab.grading.proof;

import java.net.URL;
import java.net.URLClassLoader;

/**
 * Loads the classes of one submission together with the specs that judge it, apart from all other
 * submissions: they have the same names. What is not in the assignment's package comes from the parent.
 */
final class SubmissionLoader extends URLClassLoader {

    private final String ownPackage;

    /** @param ownPackage the package in which the assignment's hook and its specs are */
    SubmissionLoader(String ownPackage, URL[] folders, ClassLoader parent) {
        super(folders, parent);
        this.ownPackage = ownPackage + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean isToBeResolved) throws ClassNotFoundException {
        if (!name.startsWith(ownPackage)) {
            return super.loadClass(name, isToBeResolved);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
