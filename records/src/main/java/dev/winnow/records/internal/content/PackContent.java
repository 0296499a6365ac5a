package dev.winnow.records.internal.content;

import dev.winnow.engine.RulePack;
import dev.winnow.language.internal.pack.PackFiles;
import dev.winnow.model.source.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The files of a pack, byte for byte.
 *
 * @param name the pack's name
 * @param files their texts by name
 */
public record PackContent(String name, Map<String, String> files) {

    public PackContent {
        Objects.requireNonNull(name);
        files = Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(files)));
    }

    /**
     * Reads the files of the folder of a pack.
     *
     * @throws Unrecordable if a file changed since the pack was loaded, or is not text
     */
    public static PackContent read(Path folder, RulePack pack) {
        PackFiles read = PackFiles.read(folder, new ArrayList<>());
        if (!read.digest().equals(pack.digest())) {
            throw new Unrecordable(Message.of("pack `%s` changed while it was in use: screen again", pack.name()));
        }
        Map<String, String> files = new TreeMap<>();
        for (String name : read.names()) {
            String text = read.raw(name);
            if (text == null) {
                throw new Unrecordable(
                        Message.of("`%s` of pack `%s` is not UTF-8 text: save it as UTF-8", name, pack.name()));
            }
            files.put(name, text);
        }
        return new PackContent(pack.name(), files);
    }

    /** Loads the pack from the files. */
    public RulePack load() {
        return RulePack.forScreening(name, files);
    }

    /** {@return the content} */
    public Content content() throws IOException {
        return Content.ofJson(this);
    }

    /** Reads a content. */
    public static PackContent of(Content content) throws IOException {
        return content.read(PackContent.class);
    }
}
