package dev.winnow.report.internal.sentences;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.layout.Columns;
import java.time.LocalDate;
import java.util.List;

/** The pack and universe named at the top and foot of every document. */
public final class Editions {

    /** Label of a fictitious universe. */
    public static final String INVENTED = "ILLUSTRATIVE: this universe is invented.";

    private static final int SHORT = 12;

    private Editions() {}

    private static String title(Screening screening, Wording wording) {
        return wording.sentence(
                "winnow: universe %s, pack %s", named(universe(screening, wording)), named(pack(screening, wording)));
    }

    /** Returns the title, with a day. */
    private static String title(Screening screening, LocalDate day, Wording wording) {
        return wording.sentence("%s, as of %s", title(screening, wording), wording.day(day));
    }

    /** Returns the days of the assessments, each once, in order. */
    public static List<LocalDate> days(Screening screening) {
        return screening.assessments().stream().map(Assessment::asOf).distinct().toList();
    }

    /** Returns the universe, the pack and the day of a screening. */
    public static String whole(Screening screening, Wording wording) {
        List<LocalDate> days = days(screening);
        return days.size() == 1
                ? title(screening, days.get(0), wording)
                : days.isEmpty()
                        ? title(screening, wording)
                        : wording.sentence("%s, as of each decision", title(screening, wording));
    }

    /** Returns {@code pack 0123456789ab · universe 0123456789ab}. */
    public static String digests(Edition pack, Edition universe, Wording wording) {
        return wording.sentence("pack %s · universe %s", shortened(pack), shortened(universe));
    }

    /** Returns the pack of a screening with its title in place of its name, in Chinese if it has one. */
    public static Edition pack(Screening screening, Wording wording) {
        return pack(screening.pack(), screening.names(), wording);
    }

    /** Returns the universe of a screening with its title in place of its name, in Chinese if it has one. */
    public static Edition universe(Screening screening, Wording wording) {
        return universe(screening.universe(), screening.names(), wording);
    }

    /** Returns a pack with its title in place of its name, in Chinese if it has one. */
    public static Edition pack(Edition pack, Names names, Wording wording) {
        return titled("packs", pack, names, wording);
    }

    /** Returns a universe with its title in place of its name, in Chinese if it has one. */
    public static Edition universe(Edition universe, Names names, Wording wording) {
        return titled("universes", universe, names, wording);
    }

    private static Edition titled(String list, Edition edition, Names names, Wording wording) {
        return new Edition(names.of(list, edition.name(), wording.language()), edition.version(), edition.digest());
    }

    /** Returns {@code semiconductor 1.0.0}. */
    public static String named(Edition edition) {
        String name = Columns.clean(edition.name());
        return edition.version().isEmpty() ? name : name + " " + Columns.clean(edition.version());
    }

    private static String shortened(Edition edition) {
        String digest = edition.digest();
        return digest.length() > SHORT ? digest.substring(0, SHORT) : digest;
    }
}
