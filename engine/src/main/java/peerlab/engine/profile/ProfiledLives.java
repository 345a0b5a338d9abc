package peerlab.engine.profile;

import java.util.Optional;

import peerlab.engine.base.Distribution;
import peerlab.engine.base.Ratio;
import peerlab.engine.base.Span;
import peerlab.engine.spec.Lives;

/**
 * Peers that come and go as in a named profile, and what somebody says beside it, which wins.
 *
 * @param mean how long the transient peers of {@code three-classes} stay; other profiles have their own times
 * @param downtime how long peers stay away
 * @param up the share that is up in the long run, in the place of {@code downtime}
 * @param first how long a peer stays that has never been up before
 */
public record ProfiledLives(String name, Optional<Span> mean, Optional<Distribution> downtime,
        Optional<Ratio> up, Optional<Distribution> first) {

    /** As in the profile, with nothing beside it. */
    public ProfiledLives(String name) {
        this(name, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public ProfiledLives mean(Span ofTransient) {
        return new ProfiledLives(name, Optional.of(ofTransient), downtime, up, first);
    }

    public ProfiledLives downtime(Distribution law) {
        return new ProfiledLives(name, mean, Optional.of(law), up, first);
    }

    public ProfiledLives up(Ratio share) {
        return new ProfiledLives(name, mean, downtime, Optional.of(share), first);
    }

    public ProfiledLives first(Distribution law) {
        return new ProfiledLives(name, mean, downtime, up, Optional.of(law));
    }

    /**
     * What that comes to.
     *
     * @throws IllegalArgumentException where nobody knows such a profile, or how long peers stay away
     */
    public Lives.Drawn lives() {
        if (mean.isPresent() && !name.equals(ChurnProfile.THREE_CLASSES)) {
            throw new IllegalArgumentException("the profile " + name + " has its own times, and no 'mean'");
        }
        ChurnProfile profile = mean.map(ChurnProfile::threeClasses)
                .or(() -> ChurnProfile.named(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no profile '" + name + "'; there are " + ChurnProfile.names()));
        return profile.lives(toString(), downtime, up, first);
    }

    /** As a step says it. */
    @Override
    public String toString() {
        return "profile " + name + mean.map(span -> " mean " + span).orElse("")
                + downtime.map(law -> " downtime " + law).orElse("")
                + up.map(share -> " up " + share).orElse("")
                + first.map(law -> " first " + law).orElse("");
    }
}
