package peerlab.house

import com.tngtech.archunit.core.domain.JavaClass
import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.Location

/** The compiled classes of the project as it ships, without its tests. */
final class OurClasses {

    private final JavaClasses classes

    OurClasses() {
        classes = new ClassFileImporter().withImportOption { Location it -> isMain(it) }
                .importPackages('peerlab')
    }

    JavaClasses all() {
        classes
    }

    /**
     * The classes of these packages: {@code peerlab.engine.base}, or with two dots at its end all below it as
     * well.
     */
    Seen in(String... packages) {
        new Seen(classes.findAll { type -> packages.any { covers(it, type.packageName) } }.toList())
    }

    /** All classes but those of these packages. */
    Seen outside(String... packages) {
        new Seen(classes.findAll { type -> !packages.any { covers(it, type.packageName) } }.toList())
    }

    /** Some classes, and what can be asked about them. */
    static final class Seen {

        private final List<JavaClass> classes

        Seen(List<JavaClass> classes) {
            this.classes = classes
        }

        int size() {
            classes.size()
        }

        Set<String> packages() {
            classes*.packageName.toSet()
        }

        /** From where to where they reach into packages of ours that are not among the allowed ones. */
        List<String> straying(Collection<String> allowed) {
            reaching { it.packageName.startsWith('peerlab') &&
                    !allowed.any { pattern -> covers(pattern, it.packageName) } }
        }

        /** From where to where they depend on a class that the closure means. */
        List<String> reaching(Closure<Boolean> isMeant) {
            classes.collectMany { type ->
                type.directDependenciesFromSelf.findAll { isMeant(it.targetClass) }
                        .collect { "${it.originClass.name} -> ${it.targetClass.name}".toString() }
            }.unique().sort()
        }

        /** Who calls, reads or makes something that the closure means: told its owner and its name. */
        List<String> using(Closure<Boolean> isMeant) {
            classes.collectMany { type ->
                type.accessesFromSelf.findAll { isMeant(it.targetOwner.name, it.target.name) }
                        .collect { "${type.name} uses ${it.targetOwner.name}.${it.target.name}".toString() }
            }.unique().sort()
        }

        /** The static fields that can be assigned. */
        List<String> variables() {
            classes*.fields.flatten().findAll { field ->
                def modifiers = field.modifiers*.name()
                modifiers.contains('STATIC') && !modifiers.contains('FINAL') &&
                        !modifiers.contains('SYNTHETIC')
            }*.fullName.sort()
        }

        @Override
        String toString() {
            "${size()} classes"
        }
    }

    static boolean covers(String pattern, String packageName) {
        if (pattern.endsWith('..')) {
            def root = pattern[0..<-2]
            return packageName == root || packageName.startsWith(root + '.')
        }
        pattern == packageName
    }

    private static boolean isMain(Location location) {
        // target/classes of a module, or its jar
        !location.contains('/test-classes/') && !location.contains('-tests.jar')
    }
}
