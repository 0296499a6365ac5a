package dev.winnow.analysis;

import java.util.List;

/** A project that occupies one link, and of which nothing else is known. */
final class Hypothesis {

    /** No project of a universe has such an id unless somebody means to. */
    private static final String BARE = "newcomer-on-";

    private static final String CLAIMING = "claiming-newcomer-on-";

    private Hypothesis() {}

    /** Its id. */
    static String id(String link, boolean claiming) {
        return (claiming ? CLAIMING : BARE) + link;
    }

    /** All that is assumed, as a file of candidates. */
    static String file(List<String> links, boolean claiming) {
        StringBuilder file = new StringBuilder("projects:\n");
        for (String link : links) {
            file.append("  - id: ").append(id(link, claiming)).append('\n');
            file.append("    links: [").append(link).append("]\n");
            if (claiming) {
                file.append("    claimsScale: true\n    claimsScarcity: true\n");
            }
        }
        return file.toString();
    }
}
