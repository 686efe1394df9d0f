package org.hengjian.claims;

import java.util.List;
import org.hengjian.screening.Claim;

/** Screens past offers as they would be screened with other claims (试跑). */
public interface Trials {

    /** Compares what is in force now with {@code claims}, over the latest offers of all agencies. */
    Trial run(List<Claim> claims);

    /** The offers of a trial that the viewer may see, with what they say; for the others the number alone is known. */
    List<Shown> shown(List<Trial.Example> examples);

    /**
     * An offer of a trial on the page.
     *
     * @param lead  number of its lead, empty where there is none
     * @param title empty where the viewer may not see the offer
     */
    record Shown(Trial.Example example, String lead, String title) {}
}
