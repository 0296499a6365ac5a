package dev.winnow.compare.difference;

import dev.winnow.model.result.Verdict;
import dev.winnow.model.source.Document;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.source.YamlText;
import dev.winnow.model.value.Period;
import dev.winnow.workbench.internal.compare.AssessmentChange;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The approved flips of a comparison, as read from a file.
 *
 * @param list in the order of the file
 * @param problems problems of the file, by place; entries with problems approve nothing
 */
public record Approvals(List<Approval> list, List<Problem> problems) {

    private static final List<String> KEYS = List.of("project", "city", "from", "to", "why", "by", "on");

    public Approvals {
        list = List.copyOf(list);
        problems = problems.stream().sorted().distinct().toList();
    }

    /** No approvals. */
    public static Approvals none() {
        return new Approvals(List.of(), List.of());
    }

    /** Reads a file with a list under {@code approvals}. */
    public static Approvals read(Path file) {
        List<Problem> problems = new ArrayList<>();
        Node root = Document.read(file, problems);
        List<Approval> list = new ArrayList<>();
        if (root != null && !root.isMap()) {
            problems.add(root.problem(Message.of("expected the key `%s` with a list of approvals", "approvals"), null));
        } else if (root != null) {
            root.allow(Message.of("a file of approvals"), List.of("approvals"), problems);
            for (Node entry : root.list("approvals", problems)) {
                Approval approval = approval(entry, problems);
                if (approval != null) {
                    list.add(approval);
                }
            }
        }
        return new Approvals(list, problems);
    }

    private static @Nullable Approval approval(Node entry, List<Problem> problems) {
        if (!entry.isMap()) {
            problems.add(entry.problem(
                    Message.of(
                            "expected an approval with keys, found %s",
                            entry.kind().words()),
                    null));
            return null;
        }
        int before = problems.size();
        entry.allow(Message.of("an approval"), KEYS, problems);
        String project = entry.requiredText(Message.of("an approval"), "project", problems);
        String city = entry.requiredText(Message.of("an approval"), "city", problems);
        Verdict from = verdict(entry, "from", problems);
        Verdict to = verdict(entry, "to", problems);
        Node reason = entry.get("why");
        if (reason == null || (reason.isScalar() && reason.text().isBlank())) {
            problems.add((reason == null ? entry : reason)
                    .problem(Message.of("the approval has no reason"), Message.of("write the reason: `%s`", "why: …")));
        }
        String why = reason == null ? null : entry.optionalText("why", new ArrayList<>());
        String by = entry.optionalText("by", problems);
        Node date = entry.get("on");
        Period on = date == null ? null : Period.parse("on", date, problems);
        LocalDate day = on == null ? null : on.last();
        if (project == null || city == null || from == null || to == null || why == null || problems.size() > before) {
            return null;
        }
        return new Approval(project, city, from, to, why, by, day, entry.place());
    }

    private static @Nullable Verdict verdict(Node entry, String key, List<Problem> problems) {
        String text = entry.requiredText(Message.of("an approval"), key, problems);
        List<String> names = Arrays.stream(Verdict.values()).map(Enum::name).toList();
        if (text == null || names.contains(text)) {
            return text == null ? null : Verdict.valueOf(text);
        }
        Node at = entry.get(key);
        Message advice = Nearest.advice(text, names);
        problems.add((at == null ? entry : at)
                .problem(
                        Message.of("unknown verdict `%s`", text),
                        advice == null ? Message.of("expected one of %s", Message.names(names)) : advice));
        return null;
    }

    /** Whether a flip is approved. */
    public boolean cover(AssessmentChange flip) {
        return list.stream().anyMatch(approval -> approval.covers(flip));
    }

    /** The flips without an approval. */
    public List<AssessmentChange> missing(List<AssessmentChange> flips) {
        return flips.stream().filter(flip -> !cover(flip)).toList();
    }

    /** The approvals whose flip does not occur. */
    public List<Approval> unused(List<AssessmentChange> flips) {
        return list.stream()
                .filter(approval -> flips.stream().noneMatch(approval::covers))
                .toList();
    }

    /** Writes a file that approves these flips, with the known reasons; the others are left to be filled in. */
    public String written(List<AssessmentChange> flips) {
        StringBuilder file = new StringBuilder();
        file.append("# Verdicts that flip on purpose. Each needs a reason: an empty `why` approves nothing.\n");
        file.append(flips.isEmpty() ? "approvals: []\n" : "approvals:\n");
        for (AssessmentChange flip : flips) {
            Approval known = list.stream()
                    .filter(approval -> approval.covers(flip))
                    .findFirst()
                    .orElse(null);
            file.append("  - project: ")
                    .append(YamlText.quoted(flip.after().project()))
                    .append('\n');
            file.append("    city: ")
                    .append(YamlText.quoted(flip.after().city()))
                    .append('\n');
            file.append("    from: ").append(flip.before().verdict()).append('\n');
            file.append("    to: ").append(flip.after().verdict()).append('\n');
            file.append("    why: ")
                    .append(YamlText.quoted(known == null ? "" : known.why()))
                    .append('\n');
            if (known != null && known.by() != null) {
                file.append("    by: ").append(YamlText.quoted(known.by())).append('\n');
            }
            if (known != null && known.on() != null) {
                file.append("    on: ").append(known.on()).append('\n');
            }
        }
        return file.toString();
    }

    private static Message named(Verdict verdict) {
        return switch (verdict) {
            case RECOMMEND -> Message.of("RECOMMEND");
            case HOLD -> Message.of("HOLD");
            case DECLINE -> Message.of("DECLINE");
        };
    }

    /** Reports the place of an approval that covers nothing, as a note. */
    public static Problem note(Approval unused) {
        return Problem.at(
                unused.place(),
                "`%s` in `%s` does not flip from %s to %s: the approval is not needed",
                unused.project(),
                unused.city(),
                named(unused.from()),
                named(unused.to()));
    }

    /**
     * A person's approval of a flip, with the reason.
     *
     * @param project the project's id
     * @param city the city's id
     * @param from the former verdict
     * @param to the present verdict
     * @param why the reason, never blank
     * @param by the person who approves; null if not given
     * @param on the day of the approval; null if not given
     * @param place its place in the file
     */
    public record Approval(
            String project,
            String city,
            Verdict from,
            Verdict to,
            String why,
            @Nullable String by,
            @Nullable LocalDate on,
            Place place) {

        /** Whether this approval is about a flip. */
        public boolean covers(AssessmentChange flip) {
            return project.equals(flip.after().project())
                    && city.equals(flip.after().city())
                    && from == flip.before().verdict()
                    && to == flip.after().verdict();
        }
    }
}
