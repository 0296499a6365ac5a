package dev.winnow.spring;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.util.StringUtils;

/** Text files on the class path, such as those of {@code winnow-rules}. */
final class ClassPathFiles {

    static final String PREFIX = ResourcePatternResolver.CLASSPATH_URL_PREFIX;

    private ClassPathFiles() {}

    /** Returns the texts in a folder on the class path by file name; empty if the folder does not exist. */
    static Map<String, String> read(String place) {
        String folder = folder(place);
        Map<String, String> texts = new TreeMap<>();
        try {
            Resource[] all = new PathMatchingResourcePatternResolver().getResources(PREFIX + folder + "/**");
            for (Resource resource : all) {
                String url = resource.getURL().toString();
                String name = url.substring(url.lastIndexOf(folder + "/") + folder.length() + 1);
                if (!name.isEmpty() && !name.endsWith("/") && resource.isReadable()) {
                    texts.put(name, resource.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (FileNotFoundException e) {
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    /** Returns a place without its prefix, as class loaders expect it. */
    static String folder(String place) {
        return StringUtils.trimTrailingCharacter(
                StringUtils.trimLeadingCharacter(place.substring(PREFIX.length()), '/'), '/');
    }

    /**
     * Returns the last segment of a place: {@code semiconductor} for {@code classpath:dev/winnow/rules/semiconductor}.
     */
    static String name(String place) {
        String trimmed = StringUtils.trimTrailingCharacter(place, '/');
        return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf(':')) + 1);
    }
}
