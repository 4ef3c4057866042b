"""The components of the product: described as CycloneDX, or checked. Run by components.sh."""

import base64
import hashlib
import json
import os
import re
import sys
import tomllib
import uuid
from urllib.parse import quote

# Licences that ask for no more than to be named. MPL-2.0 binds only changes of its own files.
ALLOWED = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "BSL-1.0", "CC0-1.0", "CDLA-Permissive-2.0", "ISC", "MIT",
    "MIT-0", "MPL-2.0", "Python-2.0", "Unicode-3.0", "Unlicense", "Zlib",
}
EXCEPTIONS = {"LLVM-exception"}
# The first version that brings SQLite 3.51.3, where the loss of acknowledged commits is mended.
SQLITE = ("libsqlite3-sys", (0, 37))
PRODUCT = "jifen-cli"


def is_allowed(expression):
    """Whether a licence expression leaves a choice of allowed licences; an empty or strange one does not."""
    words = re.findall(r"\(|\)|[^\s()]+", expression.replace("/", " OR "))

    def either():
        good = both()
        while words and words[0] == "OR":
            words.pop(0)
            good = both() or good
        return good

    def both():
        good = one()
        while words and words[0] == "AND":
            words.pop(0)
            good = one() and good
        return good

    def one():
        word = words.pop(0) if words else ""
        if word == "(":
            good = either()
            return bool(words) and words.pop(0) == ")" and good
        good = word in ALLOWED
        if words and words[0] == "WITH":
            words.pop(0)
            good = bool(words) and words.pop(0) in EXCEPTIONS and good
        return good

    return either() and not words


def crates(metadata):
    """The crates of this platform: reference, component, references of what each needs."""
    with open("Cargo.lock", "rb") as lock:
        sums = {(one["name"], one["version"]): one.get("checksum") for one in tomllib.load(lock)["package"]}
    packages = {one["id"]: one for one in metadata["packages"]}
    nodes = {one["id"]: one for one in metadata["resolve"]["nodes"]}
    shipped, left = set(), [one["id"] for one in metadata["packages"] if one["name"] == PRODUCT]
    while left:
        this = left.pop()
        if this not in shipped:
            shipped.add(this)
            normal = lambda dep: any(kind["kind"] is None for kind in dep["dep_kinds"])
            left += [dep["pkg"] for dep in nodes[this]["deps"] if normal(dep)]
    reference = lambda id: f"pkg:cargo/{packages[id]['name']}@{packages[id]['version']}"
    for id, node in nodes.items():
        package = packages[id]
        component = {
            "type": "library", "bom-ref": reference(id), "name": package["name"], "version": package["version"],
            "purl": reference(id), "scope": "required" if id in shipped else "excluded",
            "licenses": [{"expression": (package["license"] or "").replace("/", " OR ")}],
        }
        checksum = sums.get((package["name"], package["version"]))
        if checksum:
            component["hashes"] = [{"alg": "SHA-256", "content": checksum}]
        yield component, sorted({reference(dep["pkg"]) for dep in node["deps"]})


def npm_packages():
    """The same of the console."""
    with open("web/package-lock.json", encoding="utf-8") as file:
        packages = json.load(file)["packages"]
    name_of = lambda place: place.split("node_modules/")[-1]
    reference = lambda place: f"pkg:npm/{quote(name_of(place), safe='/')}@{packages[place]['version']}"

    def found(place, name):
        """Where `name` is found from `place`: beside it, or higher up."""
        while True:
            there = f"{place}/node_modules/{name}" if place else f"node_modules/{name}"
            if there in packages:
                return there
            if not place:
                return None
            place = place.rpartition("/node_modules/")[0] if "/node_modules/" in place else ""

    for place, package in packages.items():
        if not place:
            continue
        component = {
            "type": "library", "bom-ref": reference(place), "name": name_of(place), "version": package["version"],
            "purl": reference(place), "scope": "excluded" if package.get("dev") else "required",
            "licenses": [{"expression": package.get("license", "")}],
        }
        kind, _, text = package.get("integrity", "").partition("-")
        if kind == "sha512":
            component["hashes"] = [{"alg": "SHA-512", "content": base64.b64decode(text).hex()}]
        needs = {**package.get("dependencies", {}), **package.get("optionalDependencies", {})}
        places = [found(place, name) for name in needs]
        yield component, sorted({reference(there) for there in places if there})


def problems(components, metadata):
    """What must not be."""
    own = {f"pkg:cargo/{one['name']}@{one['version']}" for one in metadata["packages"] if one["source"] is None}
    for component in components:
        licence = component["licenses"][0]["expression"]
        if component["bom-ref"] not in own and not is_allowed(licence):
            yield f"{component['name']} {component['version']}: licence {licence or 'unknown'}"
    name, least = SQLITE
    found = [one["version"] for one in metadata["packages"] if one["name"] == name]
    if len(found) != 1 or tuple(int(part) for part in found[0].split(".")[:2]) < least:
        yield f"{name}: found {', '.join(found) or 'none'}; exactly one is wanted, {least[0]}.{least[1]} or newer"


def main():
    for expression, good in [("MIT", True), ("GPL-3.0", False), ("MIT OR GPL-2.0", True), ("MIT AND GPL-2.0", False),
                             ("", False), ("(MIT OR Apache-2.0) AND Unicode-3.0", True), ("MIT/Apache-2.0", True),
                             ("Apache-2.0 WITH LLVM-exception", True), ("AGPL-3.0-only OR SSPL-1.0", False)]:
        assert is_allowed(expression) == good, expression
    with open(os.environ["METADATA"], encoding="utf-8") as file:
        metadata = json.load(file)
    both = {component["bom-ref"]: (component, needs) for source in (crates(metadata), npm_packages())
            for component, needs in source}
    components = [both[key][0] for key in sorted(both)]
    wrong = list(problems(components, metadata))
    for line in wrong:
        print(f"components: {line}", file=sys.stderr)
    if wrong:
        sys.exit(1)
    if not os.environ["OUTPUT"]:
        print(f"components: {len(components)}, every licence allowed, one SQLite")
        return
    version = next(one["version"] for one in metadata["packages"] if one["name"] == PRODUCT)
    content = json.dumps(components, sort_keys=True).encode()
    # The same components give the same list, byte by byte.
    serial = uuid.UUID(bytes=hashlib.sha256(content).digest()[:16], version=4)
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json", "bomFormat": "CycloneDX", "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}", "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": "jifen", "name": "jifen", "version": version,
                                   "licenses": [{"license": {"id": "Apache-2.0"}}]}},
        "components": components,
        "dependencies": [{"ref": "jifen", "dependsOn": [f"pkg:cargo/{PRODUCT}@{version}"]}]
        + [{"ref": key, "dependsOn": both[key][1]} for key in sorted(both)],
    }
    with open(os.environ["OUTPUT"], "w", encoding="utf-8") as file:
        json.dump(document, file, indent=2, ensure_ascii=False)
        file.write("\n")
    print(f"components: {len(components)} written to {os.environ['OUTPUT']}")


main()
