package dev.winnow.report.internal.sentences;

import dev.winnow.engine.RulePack;
import dev.winnow.model.result.Assessment;
import dev.winnow.model.result.Names;
import dev.winnow.model.result.Screening.Edition;
import dev.winnow.model.universe.Universe;
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

/** The pack and universe named in the head of a document. */
public final class Origins {

    private Origins() {}

    /** Returns the provenance of a document; pack and universe are null if a plan brings its own candidates. */
    public static Provenance of(
            @Nullable Edition pack,
            @Nullable Edition universe,
            Names names,
            @Nullable LocalDate day,
            boolean illustrative,
            Wording wording) {
        return of(pack, universe, names, day, fictitious(illustrative, wording), wording);
    }

    /** Returns the provenance of a document without a day. */
    public static Provenance of(RulePack pack, Universe universe, Wording wording) {
        Names names = pack.names(universe.names());
        return of(pack.edition(), universe.edition(), names, null, universe.illustrative(), wording);
    }

    /** Returns the provenance of a document with the given warning. */
    public static Provenance of(
            @Nullable Edition pack,
            @Nullable Edition universe,
            Names names,
            @Nullable LocalDate day,
            String warning,
            Wording wording) {
        return new Provenance(
                pack == null || universe == null
                        ? List.of()
                        : List.of(
                                origin(wording.sentence("pack"), Editions.pack(pack, names, wording)),
                                origin(wording.sentence("universe"), Editions.universe(universe, names, wording))),
                day == null ? "" : wording.day(day),
                warning);
    }

    /** Returns the target of links to a pair: its reasons on a page. */
    public static String pair(Assessment one) {
        return "pair/"
                + Stream.of(one.project(), one.city(), one.asOf().toString())
                        .map(name ->
                                URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                        .collect(Collectors.joining("/"));
    }

    public static Origin origin(String label, Edition edition) {
        String version = edition.version().isEmpty() ? "" : " " + edition.version();
        return new Origin(label, edition.name() + version, edition.digest());
    }

    public static String fictitious(boolean illustrative, Wording wording) {
        return illustrative ? wording.sentence("ILLUSTRATIVE: this universe is invented.") : "";
    }
}
