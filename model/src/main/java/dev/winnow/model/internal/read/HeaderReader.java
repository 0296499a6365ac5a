package dev.winnow.model.internal.read;

import dev.winnow.model.internal.history.Header;
import dev.winnow.model.internal.history.SourceFile;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Place;
import dev.winnow.model.source.Problem;
import dev.winnow.model.value.Currencies;
import dev.winnow.model.value.Flag;
import dev.winnow.model.value.Period;
import dev.winnow.model.value.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the metadata of a universe. */
public final class HeaderReader {

    public static final List<String> KEYS = List.of("name", "title", "asOf", "illustrative", "currency", "note", "zh");

    private final List<Problem> problems;

    public HeaderReader(List<Problem> problems) {
        this.problems = problems;
    }

    public Header read(List<SourceFile> sourceFiles, boolean needed) {
        Node header = null;
        boolean ownIllustrative = false;
        for (SourceFile sourceFile : sourceFiles) {
            Node root = sourceFile.root();
            Node found = root == null ? null : root.map("universe", problems);
            if (found == null) {
                continue;
            }
            if (sourceFile.own()) {
                found.allow(key -> Message.of("`%s` has no `%s`", "universe", key), KEYS, problems);
                ownIllustrative |= illustrative(found);
            } else if (header == null) {
                header = found;
            } else {
                Node.Field second = Objects.requireNonNull(root).fields().get("universe");
                problems.add(Objects.requireNonNull(second)
                        .problem(Message.of("`%s` is given already at %s", "universe", header.place())));
            }
        }
        if (header == null) {
            missing(sourceFiles, needed);
            return new Header(null, null, null, false, Unit.MONEY, ownIllustrative);
        }
        return read(header, ownIllustrative);
    }

    private void missing(List<SourceFile> sourceFiles, boolean needed) {
        List<Node> roots = sourceFiles.stream()
                .filter(sourceFile -> !sourceFile.own())
                .map(SourceFile::root)
                .filter(Objects::nonNull)
                .toList();
        boolean lost = sourceFiles.stream().map(SourceFile::root).anyMatch(each -> each == null || !each.isMap());
        if (needed && !roots.isEmpty() && !lost) {
            String file = roots.get(0).place().file();
            problems.add(new Problem(
                    Place.file(file), Message.of("no file of the universe has a header"), 0, advice(roots, file)));
        }
    }

    /** Advises to write a header, or to give the files beside a universe that has one. */
    private static Message advice(List<Node> roots, String file) {
        String header = "universe: {name: my-city, asOf: 2026-01-31}";
        String word = roots.size() > 1 ? "FILE" : file.indexOf(' ') < 0 ? file : '"' + file + '"';
        String beside = "-u UNIVERSE -u " + word;
        boolean projects = roots.stream()
                .flatMap(root -> root.each().stream())
                .allMatch(field -> field.key().equals("projects"));
        return projects
                ? Message.of(
                        "write `%s` at the top of a file, or give the projects to a universe: `%s`, or `%s`",
                        header, "--project " + word, beside)
                : Message.of("write `%s` at the top of a file, or give it to a universe: `%s`", header, beside);
    }

    private Header read(Node header, boolean ownIllustrative) {
        header.allow(key -> Message.of("`%s` has no `%s`", "universe", key), KEYS, problems);
        Node date = header.get("asOf");
        Period period = date == null ? null : Period.parse("asOf", date, problems);
        if (date == null) {
            problems.add(header.problem(
                    Message.of("`%s` needs `%s`", "universe", "asOf"),
                    Message.of("did you mean `%s`?", "asOf: 2026-01-31")));
        }
        LocalDate asOf = period == null ? null : period.last();
        return new Header(
                name(header),
                header.optionalText("title", problems),
                asOf,
                illustrative(header),
                Currencies.read(header, problems),
                ownIllustrative);
    }

    private @Nullable String name(Node header) {
        String name = header.requiredText(Message.of("`%s`", "universe"), "name", problems);
        Node node = header.get("name");
        if (name != null && node != null && !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            String kebab = kebab(name);
            problems.add(node.problem(
                    Message.of("`%s` is not in small letters with hyphens", name),
                    kebab.isEmpty() ? null : Message.of("did you mean `%s`?", kebab)));
        }
        return name;
    }

    private boolean illustrative(Node header) {
        Node flag = header.get("illustrative");
        // A value that is neither true nor false counts as true, so that data that may be invented is labelled as
        // invented.
        return flag != null && !Boolean.FALSE.equals(Flag.parse("illustrative", flag, problems));
    }

    public static String kebab(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1-$2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
