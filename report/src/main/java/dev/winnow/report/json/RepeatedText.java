package dev.winnow.report.json;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Writes texts that occur in many assessments, encoding each only once. Thread-safe. */
final class RepeatedText extends JsonSerializer<String> {

    /** Marks a component with repeated texts. */
    @JacksonAnnotationsInside
    @JsonSerialize(using = RepeatedText.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Repeated {}

    /** Marks a list of repeated texts. */
    @JacksonAnnotationsInside
    @JsonSerialize(contentUsing = RepeatedText.class)
    @Retention(RetentionPolicy.RUNTIME)
    @interface RepeatedItems {}

    /** Placeholder for texts that are written normally. */
    private static final SerializedString PLAIN = new SerializedString("");

    private static final int MAX_ENCODED = 4_000;

    private final Map<String, SerializedString> encoded = new ConcurrentHashMap<>();

    @Override
    public void serialize(String text, JsonGenerator json, SerializerProvider provider) throws IOException {
        SerializedString ready = encoded.get(text);
        if (ready == null) {
            if (encoded.size() > MAX_ENCODED) {
                encoded.clear(); // each city has rows of its own
            }
            ready = encoded(text);
            encoded.put(text, ready);
        }
        if (ready.equals(PLAIN)) {
            json.writeString(text);
        } else {
            json.writeString(ready);
        }
    }

    /** Texts with surrogates or control characters are not cached: the generator escapes them differently. */
    private static SerializedString encoded(String text) {
        boolean plain = text.isEmpty() || text.chars().anyMatch(one -> one < ' ' || Character.isSurrogate((char) one));
        return plain ? PLAIN : new SerializedString(text);
    }
}
