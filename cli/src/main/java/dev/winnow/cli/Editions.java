package dev.winnow.cli;

import dev.winnow.model.Screening;
import dev.winnow.model.Screening.Edition;
import java.util.List;

/** What a screening was made from, as it stands at the top and the foot of every text. */
final class Editions {

    /** The label of an invented universe. */
    static final String INVENTED = "ILLUSTRATIVE: this universe is invented.";

    private static final int SHORT = 12;

    private Editions() {}

    static String title(Screening screening) {
        return "winnow: universe " + named(screening.universe()) + ", pack " + named(screening.pack());
    }

    static List<String> foot(Screening screening) {
        return List.of(
                "The weights are the modeller’s: other weights may rank otherwise.",
                digests(screening.pack(), screening.universe()));
    }

    /** {@code pack 0123456789ab · universe 0123456789ab}. */
    static String digests(Edition pack, Edition universe) {
        return "pack " + shortened(pack) + " · universe " + shortened(universe);
    }

    /** {@code semiconductor 1.0.0}. */
    static String named(Edition edition) {
        String name = Columns.clean(edition.name());
        return edition.version().isEmpty() ? name : name + " " + Columns.clean(edition.version());
    }

    private static String shortened(Edition edition) {
        String digest = edition.digest();
        return digest.length() > SHORT ? digest.substring(0, SHORT) : digest;
    }
}
