package peerlab.engine.profile;

import java.util.ArrayList;
import java.util.List;

/** All profiles that there are. */
public final class Profiles {

    private Profiles() {
    }

    public static List<Profile> all() {
        return new ArrayList<>(ChurnProfile.all());
    }
}
