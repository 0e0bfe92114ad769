package samdata.harvester.protocol.ckan;

import static java.util.Map.entry;

import java.util.Map;
import org.apache.jena.graph.Node;
import samdata.harvester.read.Terms;

/** Which CKAN field is which DCAT property, by the conventions of ckanext-dcat. */
final class CkanFields {
    enum Kind {
        TEXT,
        LINK,
        DATE,
        BYTES
    }

    /** @param property what the field states of the dataset or the resource */
    record Field(Node property, Kind kind) {}

    static final Map<String, Field> DATASET = Map.ofEntries(
            entry("title", text(Terms.DCT, "title")),
            entry("title_translated", text(Terms.DCT, "title")),
            entry("notes", text(Terms.DCT, "description")),
            entry("notes_translated", text(Terms.DCT, "description")),
            entry("url", link(Terms.DCAT, "landingPage")),
            entry("version", text(Terms.DCAT, "version")),
            entry("dcat_version", text(Terms.DCAT, "version")),
            entry("version_notes", text(Terms.ADMS, "versionNotes")),
            entry("identifier", text(Terms.DCT, "identifier")),
            entry("issued", date(Terms.DCT, "issued")),
            entry("modified", date(Terms.DCT, "modified")),
            entry("dcat_issued", date(Terms.DCT, "issued")),
            entry("dcat_modified", date(Terms.DCT, "modified")),
            entry("language", link(Terms.DCT, "language")),
            entry("theme", link(Terms.DCAT, "theme")),
            entry("frequency", link(Terms.DCT, "accrualPeriodicity")),
            entry("access_rights", link(Terms.DCT, "accessRights")),
            entry("provenance", link(Terms.DCT, "provenance")),
            entry("dcat_type", link(Terms.DCT, "type")),
            entry("conforms_to", link(Terms.DCT, "conformsTo")),
            entry("documentation", link(Terms.FOAF, "page")),
            entry("alternate_identifier", link(Terms.ADMS, "identifier")),
            entry("related_resource", link(Terms.DCT, "relation")),
            entry("has_version", link(Terms.DCT, "hasVersion")),
            entry("is_version_of", link(Terms.DCT, "isVersionOf")),
            entry("is_referenced_by", link(Terms.DCT, "isReferencedBy")),
            entry("source", link(Terms.DCT, "source")),
            entry("sample", link(Terms.ADMS, "sample")),
            entry("in_series", link(Terms.DCAT, "inSeries")),
            entry("applicable_legislation", link(Terms.DCATAP, "applicableLegislation")),
            entry("hvd_category", link(Terms.DCATAP, "hvdCategory")),
            entry("temporal_resolution", text(Terms.DCAT, "temporalResolution")),
            entry("spatial_resolution_in_meters", text(Terms.DCAT, "spatialResolutionInMeters")));

    static final Map<String, Field> RESOURCE = Map.ofEntries(
            entry("name", text(Terms.DCT, "title")),
            entry("name_translated", text(Terms.DCT, "title")),
            entry("description", text(Terms.DCT, "description")),
            entry("description_translated", text(Terms.DCT, "description")),
            entry("access_url", link(Terms.DCAT, "accessURL")),
            entry("download_url", link(Terms.DCAT, "downloadURL")),
            entry("mimetype", text(Terms.DCAT, "mediaType")),
            entry("format", link(Terms.DCT, "format")),
            entry("compress_format", link(Terms.DCAT, "compressFormat")),
            entry("package_format", link(Terms.DCAT, "packageFormat")),
            entry("size", bytes(Terms.DCAT, "byteSize")),
            entry("license", link(Terms.DCT, "license")),
            entry("license_url", link(Terms.DCT, "license")),
            entry("rights", link(Terms.DCT, "rights")),
            entry("status", link(Terms.ADMS, "status")),
            entry("availability", link(Terms.DCATAP, "availability")),
            entry("issued", date(Terms.DCT, "issued")),
            entry("modified", date(Terms.DCT, "modified")),
            entry("language", link(Terms.DCT, "language")),
            entry("documentation", link(Terms.FOAF, "page")),
            entry("conforms_to", link(Terms.DCT, "conformsTo")),
            entry("applicable_legislation", link(Terms.DCATAP, "applicableLegislation")),
            entry("temporal_resolution", text(Terms.DCAT, "temporalResolution")),
            entry("spatial_resolution_in_meters", text(Terms.DCAT, "spatialResolutionInMeters")));

    static final Map<String, Field> SERVICE = Map.ofEntries(
            entry("title", text(Terms.DCT, "title")),
            entry("description", text(Terms.DCT, "description")),
            entry("endpoint_url", link(Terms.DCAT, "endpointURL")),
            entry("endpoint_description", link(Terms.DCAT, "endpointDescription")),
            entry("serves_dataset", link(Terms.DCAT, "servesDataset")),
            entry("license", link(Terms.DCT, "license")),
            entry("access_rights", link(Terms.DCT, "accessRights")),
            entry("availability", link(Terms.DCATAP, "availability")));

    private CkanFields() {}

    private static Field text(String namespace, String name) {
        return new Field(Terms.of(namespace, name), Kind.TEXT);
    }

    private static Field link(String namespace, String name) {
        return new Field(Terms.of(namespace, name), Kind.LINK);
    }

    private static Field date(String namespace, String name) {
        return new Field(Terms.of(namespace, name), Kind.DATE);
    }

    private static Field bytes(String namespace, String name) {
        return new Field(Terms.of(namespace, name), Kind.BYTES);
    }
}
