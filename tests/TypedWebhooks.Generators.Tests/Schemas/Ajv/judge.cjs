// Judges JSON by schemas. Each line of the input is { dialect, schema, values: [text], strict }; each line of the output is
// { verdicts: [boolean] }, or { error } where the schema is none to Ajv.
const readline = require("readline");
const addFormats = require("ajv-formats");

const classes = {
  "draft-04": require("ajv-draft-04"),
  "draft-07": require("ajv"),
  "2019-09": require("ajv/dist/2019"),
  "2020-12": require("ajv/dist/2020"),
};

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function compile({ dialect, schema, strict }) {
  const Ajv = classes[dialect].default ?? classes[dialect];
  const ajv = new Ajv({ strict: strict === true, logger: false, allowUnionTypes: true });
  (addFormats.default ?? addFormats)(ajv);

  // OpenAPI's keyword, which Ajv takes only beside a type. Without it fewer values are accepted.
  ajv.removeKeyword("nullable");

  // Formats that have no meaning in JSON Schema, but one to us.
  ajv.addFormat("guid", uuid);
  ajv.addFormat("uint64", { type: "number", validate: (n) => Number.isInteger(n) && n >= 0 });
  return ajv.compile(schema);
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  const job = JSON.parse(line);
  try {
    const validate = compile(job);
    console.log(JSON.stringify({ verdicts: job.values.map((text) => validate(JSON.parse(text))) }));
  } catch (e) {
    console.log(JSON.stringify({ error: String(e.message) }));
  }
});
