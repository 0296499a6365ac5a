package dev.winnow.cli;

import dev.winnow.model.Citation;
import dev.winnow.model.Dossier;
import dev.winnow.model.Evidence;
import dev.winnow.model.Spoken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Evidence as a text of 80 columns: what, value, source, date. */
final class EvidenceText {

    private static final int LABEL = 24;
    private static final int VALUE = 24;
    private static final int SOURCE = 15;
    private static final String LATE = " *";
    private static final String INDENT = "  ";

    private final Evidences evidence;
    private final Colours colours;
    private final Page page = new Page();
    private boolean late;

    private EvidenceText(Evidences evidence, Colours colours) {
        this.evidence = evidence;
        this.colours = colours;
    }

    /** The whole text, each line ended. */
    static String of(Evidences evidence, Colours colours) {
        EvidenceText text = new EvidenceText(evidence, colours);
        text.head();
        evidence.dossiers().stream()
                .filter(dossier -> !evidence.isSilent(dossier))
                .forEach(text::subject);
        text.foot();
        return text.page.toString();
    }

    private void head() {
        page.text(
                0,
                "winnow: universe " + Columns.clean(evidence.universe().name()) + ", as of " + evidence.day()
                        + (evidence.hindsight() ? ", hindsight included" : ", without hindsight"));
        if (evidence.universe().illustrative()) {
            page.line(colours.strong(Editions.INVENTED));
        }
    }

    private void subject(Dossier dossier) {
        String title = dossier.kind() + " " + dossier.id();
        if (!dossier.name().equals(dossier.id())) {
            title += ": " + dossier.name();
        }
        if (dossier.city() != null) {
            title += ", " + dossier.city();
        }
        if (dossier.kind().equals("project") && evidence.universe().illustrative(dossier.id())) {
            title += " (invented)";
        }
        page.line("");
        Columns.wrap(title, Columns.PAGE).forEach(line -> page.line(colours.strong(line)));
        if (evidence.facts()) {
            dossier.stated().forEach(this::fact);
        }
        if (evidence.conflicts()) {
            dossier.conflicts()
                    .forEach(conflict ->
                            page.hanging(INDENT + "! ", evidence.within(conflict.place() + ": " + conflict.what())));
        }
        if (evidence.gaps()) {
            gaps(dossier);
        }
    }

    private void fact(Citation fact) {
        Evidence said = fact.evidence();
        List<String> label = Columns.wrap(words(fact.property()), LABEL);
        List<String> value = Columns.wrap(fact.value(), VALUE);
        List<String> source = Columns.wrap(Objects.requireNonNullElse(said.source(), ""), SOURCE);
        late |= said.hindsight();
        String date = said.asOf() == null ? "" : said.asOf().toString() + (said.hindsight() ? LATE : "");
        int lines = Math.max(label.size(), Math.max(value.size(), source.size()));
        for (int i = 0; i < lines; i++) {
            page.line(INDENT + cell(label, i, LABEL) + " " + cell(value, i, VALUE) + " " + cell(source, i, SOURCE) + " "
                    + (i == 0 ? date : ""));
        }
        if (said.note() != null) {
            String indent = " ".repeat(INDENT.length() + LABEL + 1);
            Columns.wrap("· " + said.note(), Columns.PAGE - indent.length())
                    .forEach(line -> page.line(indent + colours.faint(line)));
        }
    }

    private static String cell(List<String> lines, int index, int width) {
        return Columns.left(index < lines.size() ? lines.get(index) : "", width);
    }

    /** {@code milestones.production} as {@code milestone production}; what a fact tells is in words already. */
    private static String words(String property) {
        int dot = property.indexOf('.');
        if (property.contains(" ") || dot < 0) {
            return property.contains(" ") ? property : Spoken.words(property);
        }
        String row = property.substring(dot + 1);
        return switch (property.substring(0, dot)) {
            case "milestones" -> "milestone " + row;
            case "presences" -> "holds " + row;
            case "coverages" -> "covers " + row;
            case "held" -> "held by " + row;
            default -> property;
        };
    }

    private void gaps(Dossier dossier) {
        List<String> unknown = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (String gap : dossier.unknown()) {
            if (gap.startsWith("presences.")) {
                links.add(gap.substring("presences.".length()));
            } else {
                unknown.add(Spoken.words(gap));
            }
        }
        list("not known", unknown);
        list("not known whether it holds", links);
        list(
                "lists that may hold more",
                dossier.open().stream().map(Spoken::words).toList());
    }

    private void list(String title, List<String> gaps) {
        if (!gaps.isEmpty()) {
            page.hanging(INDENT + "? ", title + " (" + gaps.size() + "): " + String.join(", ", gaps));
        }
    }

    private void foot() {
        List<Dossier> all = evidence.dossiers();
        List<String> counts = new ArrayList<>();
        counts.add(Numbers.count(all.size(), "subject"));
        if (evidence.facts()) {
            counts.add(Numbers.count(
                    all.stream().mapToInt(one -> one.stated().size()).sum(), "fact"));
        }
        if (evidence.conflicts()) {
            counts.add(Numbers.count(
                    (int) all.stream()
                            .flatMap(one -> one.conflicts().stream())
                            .distinct()
                            .count(),
                    "conflict"));
        }
        if (evidence.gaps()) {
            counts.add(Numbers.count(all.stream().mapToInt(Evidences::gaps).sum(), "gap"));
        }
        page.line("");
        page.line(counts.stream().collect(Collectors.joining(", ")));
        if (late) {
            page.line("* learnt only after the decision: no view of an earlier day has it");
        }
    }
}
