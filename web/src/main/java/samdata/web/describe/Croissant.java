package samdata.web.describe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/**
 * A profile as Croissant 1.1. The address of the file is its name, as Croissant writes files that lie beside their
 * description; what the specification requires and nobody measured (description, licence, url, creator, datePublished) is
 * left out.
 */
public final class Croissant {
    static final String CONFORMS_TO = "http://mlcommons.org/croissant/1.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Croissant() {}

    public static String of(Profile profile) {
        ObjectNode json = JSON.createObjectNode();
        json.set("@context", context());
        json.put("@id", "#dataset").put("@type", "sc:Dataset").put("conformsTo", CONFORMS_TO);
        json.put("name", Draft.title(profile));
        json.putArray("distribution")
                .addObject()
                .put("@type", "cr:FileObject")
                .put("@id", "#file")
                .put("name", profile.fileName())
                .put("contentUrl", profile.fileName())
                .put("contentSize", profile.file().bytes() + " B")
                .put("encodingFormat", profile.format().mediaType())
                .put("sha256", profile.file().sha256());
        ArrayNode fields = json.putArray("recordSet")
                .addObject()
                .put("@type", "cr:RecordSet")
                .put("@id", "#records")
                .put("name", "records")
                .putArray("field");
        for (int i = 0; i < profile.columns().size(); i++)
            field(fields.addObject(), i + 1, profile.columns().get(i), profile.format());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void field(ObjectNode json, int number, ColumnProfile column, FileFormat format) {
        json.put("@type", "cr:Field").put("@id", "#column-" + number).put("name", column.name());
        column.type().croissant().ifPresent(type -> json.put("dataType", "sc:" + type));
        if (column.type() == ColumnType.LIST) json.put("isArray", true);
        ObjectNode source = json.putObject("source");
        source.putObject("fileObject").put("@id", "#file");
        ObjectNode extract = source.putObject("extract");
        if (format == FileFormat.JSON_LINES) extract.put("jsonPath", jsonPath(column.name()));
        else extract.put("column", column.name());
    }

    /** Of {@code outer.inner}, as RFC 9535 writes it. */
    static String jsonPath(String name) {
        StringBuilder path = new StringBuilder("$");
        for (String key : name.split("\\.", -1)) {
            if (key.matches("[A-Za-z_]\\w*")) path.append('.').append(key);
            else
                path.append("['")
                        .append(key.replace("\\", "\\\\").replace("'", "\\'"))
                        .append("']");
        }
        return path.toString();
    }

    /** The one that the specification recommends (appendix 1). */
    private static ObjectNode context() {
        try (InputStream in = Croissant.class.getResourceAsStream("croissant-context.json")) {
            return (ObjectNode) JSON.readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
