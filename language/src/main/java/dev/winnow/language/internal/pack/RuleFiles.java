package dev.winnow.language.internal.pack;

import dev.winnow.language.internal.syntax.Drl;
import dev.winnow.model.source.Message;
import dev.winnow.model.source.Nearest;
import dev.winnow.model.source.Node;
import dev.winnow.model.source.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The rule files of a pack, compared with those listed in pack.yaml.
 *
 * @param criteria the names of the existing files: listed ones first, in the order of pack.yaml
 * @param scored the names that a cap may use
 * @param known the names of all files that exist, including refused ones, or are listed
 */
public record RuleFiles(List<String> criteria, Set<String> scored, Set<String> known) {

    private static final String ENDING = ".drl";

    /** Reports files that are listed but missing, or exist but are not listed. */
    public static RuleFiles of(PackFiles files, PackOutline outline, List<Problem> problems) {
        Set<String> there = names(files);
        Set<String> unlisted = new TreeSet<>(there);
        unlisted.removeAll(outline.files().keySet());
        outline.files().forEach((criterion, listedAt) -> {
            if (!there.contains(criterion)) {
                String near = Nearest.of(criterion, unlisted);
                missing(files, criterion, near, listedAt, problems);
                if (near != null) {
                    unlisted.remove(near);
                }
            }
        });
        if (outline.whole()) {
            for (String criterion : unlisted) {
                problems.add(new Problem(
                        files.place(criterion + ENDING),
                        Message.of("pack.yaml does not list `%s`", criterion),
                        0,
                        Message.of("add it to `%s`, or to `%s`", "criteria", "conditions")));
            }
        }
        Set<String> criteria = new LinkedHashSet<>(outline.files().keySet());
        criteria.retainAll(there);
        criteria.addAll(there);
        Set<String> scored = new TreeSet<>(outline.whole() ? outline.files().keySet() : there);
        outline.conditions().forEach(scored::remove);
        Set<String> known = new TreeSet<>(criteria);
        known.addAll(outline.files().keySet());
        files.refused().stream()
                .filter(name -> name.endsWith(ENDING))
                .map(name -> name.substring(0, name.length() - ENDING.length()))
                .forEach(known::add);
        return new RuleFiles(List.copyOf(criteria), scored, known);
    }

    /** Returns the names of the existing rule files. */
    public static Set<String> names(PackFiles files) {
        Set<String> there = new TreeSet<>();
        for (String name : files.names()) {
            if (name.endsWith(ENDING)) {
                there.add(name.substring(0, name.length() - ENDING.length()));
            }
        }
        return there;
    }

    private static void missing(
            PackFiles files, String criterion, @Nullable String near, Node listedAt, List<Problem> problems) {
        if (Drl.isName(criterion) && files.lacks(criterion + ENDING)) {
            problems.add(listedAt.problem(
                    Message.of("the rule file %s is missing", criterion + ENDING),
                    near != null
                            ? Message.of("did you mean `%s`?", near)
                            : Message.of("add the file, or remove this entry")));
        }
    }
}
