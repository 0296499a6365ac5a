package dev.winnow.workbench.internal.scaffold;

import dev.winnow.language.PackException;
import dev.winnow.model.source.Message;
import dev.winnow.workbench.internal.edit.Additions;
import dev.winnow.workbench.internal.edit.Draft;
import dev.winnow.workbench.internal.edit.YamlList.Item;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The request for a new limit.
 *
 * @param id kebab-case
 * @param title the meaning of the number
 * @param value its value with its unit, such as {@code 300 mn yuan}
 * @param source the source of the value; null if it is assumed
 * @param reason the reason for an assumed value; null if it has a source
 */
public record NewLimit(
        String id,
        String title,
        String value,
        @Nullable String source,
        @Nullable String reason) {

    /**
     * {@return a draft that adds the limit to a pack}
     *
     * @param folder the folder of the pack
     * @param unsaved texts that replace files, by name
     * @throws PackException if the pack does not exist
     */
    public Draft in(Path folder, Map<String, String> unsaved) {
        PackStock stock = PackStock.of(folder, unsaved);
        if (!stock.unreadable().isEmpty()) {
            return Draft.refused(stock.unreadable());
        }
        if (!id.matches(Scaffold.KEBAB)) {
            return Draft.refused(Scaffold.unfit(Message.of("`%s` is not a valid id for a limit", id), id));
        }
        String free = stock.freeLimit(id);
        if (!free.equals(id)) {
            return Draft.refused(
                    Message.of("the pack already has `%s`", id).with(Message.of("did you mean `%s`?", free)));
        }
        List<String> lines = lines();
        String flow = lines.stream().map(line -> line.substring(2)).collect(Collectors.joining(", ", "{", "}"));
        Additions pack = new Additions(stock.files());
        pack.item(Scaffold.LIMITS, Scaffold.LIMITS_HEADER, "limits", new Item(lines, flow, true));
        return pack.tried(Set.of(), stock.problems());
    }

    private List<String> lines() {
        String written = value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .%-]*") ? value : Scaffold.quoted(value);
        List<String> lines = new ArrayList<>(
                List.of("- id: " + id, "  title: " + Scaffold.quoted(title), "  values: [{value: " + written + "}]"));
        if (source != null) {
            lines.add("  source: " + Scaffold.quoted(source));
        } else {
            lines.add("  assumed: true");
            lines.add("  reason: " + Scaffold.quoted(String.valueOf(reason)));
        }
        return lines;
    }
}
