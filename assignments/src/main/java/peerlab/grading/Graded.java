package peerlab.grading;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a feature of a spec a check that carries points. All of them are earned or none: a feature that runs
 * several times, over seeds or sizes, has to pass each time.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Graded {

    int points();

    Tier tier() default Tier.CORRECT;

    /** One sentence for a student who missed it: what to look at, not what to write. */
    String feedback();
}
