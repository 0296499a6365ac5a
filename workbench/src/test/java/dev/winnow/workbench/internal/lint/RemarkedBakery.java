package dev.winnow.workbench.internal.lint;

import dev.winnow.engine.Bakery;
import dev.winnow.language.internal.pack.Check;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A copy of the bakery pack with added rules and limits, and the remarks caused by them. */
final class RemarkedBakery {

    private final Bakery files;
    private final Set<String> usual;

    private RemarkedBakery(Bakery files) {
        this.files = files;
        this.usual = new HashSet<>(all());
    }

    static RemarkedBakery in(Path folder) {
        return new RemarkedBakery(Bakery.in(folder));
    }

    /** Returns the files of the pack. */
    Bakery files() {
        return files;
    }

    /** Returns all remarks except those on rules without cases. */
    List<String> all() {
        String prefix = files.folder().toString().replace('\\', '/') + "/";
        return Lint.remarks(files.draft()).stream()
                .filter(remark -> remark.check() != Check.LACKS_CASE)
                .map(remark -> remark.check().code() + " "
                        + remark.problem().toString().replace(prefix, ""))
                .toList();
    }

    /** Returns the remarks that the unchanged pack does not have. */
    List<String> said() {
        return all().stream().filter(remark -> !usual.contains(remark)).toList();
    }

    /** Adds a note with these conditions, one per line. */
    void note(String id, String... when) {
        rule("sense", id, "", "card.note(\"So it is\");", when);
    }

    /** Adds a rule with these conditions, one per line. */
    void rule(String criterion, String id, String annotations, String then, String... when) {
        String file = criterion + ".drl";
        files.write(file, files.text(file) + """

            rule "%s"
              @title("A rule of the test") %s @source("almanac § 9")
            when
              %s
            then
              %s
            end
            """.formatted(id, annotations, String.join("\n  ", when), then));
    }

    /** Adds a limit with these values. */
    void limit(String id, String values) {
        files.write("limits.yaml", files.text("limits.yaml") + """
              - id: %s
                values: [%s]
            """.formatted(id, values));
    }
}
