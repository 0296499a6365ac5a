package dev.winnow.report.internal.contents;

import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.report.i18n.Wording;
import dev.winnow.report.internal.document.Document.Origin;
import dev.winnow.report.internal.document.Document.Provenance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where documents say that they come from. */
final class Origins {

    private Origins() {}

    /** A pack and a universe; null where a plan brings all that it needs. */
    static Provenance of(
            @Nullable Edition pack,
            @Nullable Edition universe,
            @Nullable LocalDate day,
            boolean illustrative,
            Wording wording) {
        return of(pack, universe, day, fictitious(illustrative, wording), wording);
    }

    /** The same with a warning of its own. */
    static Provenance of(
            @Nullable Edition pack,
            @Nullable Edition universe,
            @Nullable LocalDate day,
            String warning,
            Wording wording) {
        return new Provenance(
                pack == null || universe == null
                        ? List.of()
                        : List.of(
                                origin(wording.sentence("pack"), pack), origin(wording.sentence("universe"), universe)),
                day == null ? "" : day.toString(),
                warning);
    }

    /** What links to a pair name: the place of its reasons on a page. */
    static String pair(Assessment one) {
        return "pair/"
                + Stream.of(one.project(), one.city(), one.asOf().toString())
                        .map(name ->
                                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    static Origin origin(String label, Edition edition) {
        String version = edition.version().isEmpty() ? "" : " " + edition.version();
        return new Origin(label, edition.name() + version, edition.digest());
    }

    static String fictitious(boolean illustrative, Wording wording) {
        return illustrative ? wording.sentence("ILLUSTRATIVE: this universe is invented.") : "";
    }
}
