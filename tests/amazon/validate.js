// Validates JSON files against Amazon's published schema. In: pairs of arguments, a definition's name and a file.
// Out: a line for each fault, "definition: place: reason"; exit status 1 when there is one.
//
// The schema lets unknown keys pass. They are refused here, so that a misspelt key is found before Amazon drops it.
const fs = require("node:fs");
const Ajv = require("ajv");
const spec = require("ask-smapi-model/spec.json");

const mixed = new Set(); // definitions that another one adds keys to: these have to let unknown keys pass
for (const definition of Object.values(spec.definitions)) {
  for (const part of definition.allOf ?? []) {
    if (part.$ref) mixed.add(part.$ref.replace("#/definitions/", ""));
  }
}
for (const [name, definition] of Object.entries(spec.definitions)) {
  if (definition.properties && !definition.allOf && !mixed.has(name)) definition.additionalProperties ??= false;
}

// The schema asks for a synonym of each value; Amazon's own sample skills have values without one, and they build.
spec.definitions["v1.skill.interactionModel.TypeValueObject"].required = ["value"];

const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "smapi", definitions: spec.definitions });

let faults = 0;
const [, , ...pairs] = process.argv;
for (let index = 0; index < pairs.length; index += 2) {
  const [name, file] = pairs.slice(index, index + 2);
  const validate = ajv.getSchema(`smapi#/definitions/${name}`);
  if (!validate) throw new Error(`the schema has no definition ${name}`);
  if (!validate(JSON.parse(fs.readFileSync(file, "utf-8")))) {
    for (const error of validate.errors) {
      console.log(`${name}: ${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
      faults += 1;
    }
  }
}
process.exit(faults ? 1 : 0);
