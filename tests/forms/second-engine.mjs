#!/usr/bin/env node
// SPDX-License-Identifier: GPL-3.0-or-later
// Takes forms through scripts of steps with another engine, that of ODK Web Forms, so that ours can be compared with it.
//
//   node second-engine.mjs FORM.xml --answers STEPS.csv [--media FOLDER]    prints every leaf as ref,relevant,value
//   node second-engine.mjs FORM.xml --invent SEED --write STEPS.csv         invents steps, the same for the same seed
//   node second-engine.mjs --remake [FORM ...]                              remakes own/FORM/state-N.csv from script-N.csv
//
// HOMEWARD_NODE is a folder in which `npm install @getodk/xforms-engine jsdom` was run; to remake, HOMEWARD_PYXFORM is a
// checkout of pyxform. HOMEWARD_TODAY fixes the day.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const option = {};
const operands = [];
for (let i = 2; i < process.argv.length; i++)
  if (process.argv[i] === '--remake') option.remake = true;
  else if (process.argv[i].startsWith('--')) option[process.argv[i].slice(2)] = process.argv[++i];
  else operands.push(process.argv[i]);
process.env.TZ = 'UTC';
process.env.HOMEWARD_TODAY ??= option.remake ? '2026-03-10' : '';

const say = (text) => fs.writeSync(2, text + '\n');

function give_up (why)
{
  say(why);
  process.exit(2);
}

// CSV

const quote = (text) => /[",\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
const write_csv = (rows) => rows.map((row) => row.map(quote).join(',') + '\n').join('');

function read_csv (text)
{
  const rows = [[]];
  let cell = '';
  let inside = false;
  const end_cell = () => { rows.at(-1).push(cell); cell = ''; };

  for (let i = 0; i < text.length; i++)
    if (inside && text[i] === '"' && text[i + 1] === '"')
      cell += text[i++];
    else if (text[i] === '"')
      inside = !inside;
    else if (!inside && text[i] === ',')
      end_cell();
    else if (!inside && text[i] === '\n')
      {
        end_cell();
        rows.push([]);
      }
    else
      cell += text[i];
  if (cell !== '' || rows.at(-1).length > 0)
    end_cell();
  return rows.filter((row) => row.some((text) => text !== ''));
}

// What pyxform makes of the sheets of a folder.
function convert (folder)
{
  const pyxform = process.env.HOMEWARD_PYXFORM ?? give_up('Set HOMEWARD_PYXFORM to a checkout of pyxform.');
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'homeward-'));
  const rows = [];

  for (const sheet of ['survey', 'choices', 'settings'])
    if (fs.existsSync(path.join(folder, sheet + '.csv')))
      rows.push([sheet], ...read_csv(fs.readFileSync(path.join(folder, sheet + '.csv'), 'utf8')).map((row) => ['', ...row]));
  fs.writeFileSync(path.join(place, 'form.csv'), write_csv(rows));
  const done = spawnSync('python3', ['-m', 'pyxform.xls2xform', '--skip_validate', path.join(place, 'form.csv'), path.join(place, 'form.xml')],
                         { cwd: pyxform, encoding: 'utf8' });
  if (!fs.existsSync(path.join(place, 'form.xml')))
    give_up(`${folder}: ${done.stdout}${done.stderr}`);
  const text = fs.readFileSync(path.join(place, 'form.xml'), 'utf8');
  fs.rmSync(place, { recursive: true });
  return text;
}

const list_folders = (place) => fs.readdirSync(place).filter((name) => fs.existsSync(path.join(place, name, 'survey.csv')));
const folders = option.remake ? (operands.length > 0 ? operands : list_folders(path.join(here, 'own'))).sort() : [];
const converted = new Map(folders.map((name) => [name, convert(path.join(here, 'own', name))]));

// The engine, which expects a browser with a clock.

const base = process.env.HOMEWARD_NODE ?? here;
const engine = path.join(base, 'node_modules/@getodk/xforms-engine/dist/index.js');
if (!fs.existsSync(engine))
  give_up('Set HOMEWARD_NODE to a folder in which “npm install @getodk/xforms-engine jsdom” was run.');
const { JSDOM } = createRequire(path.join(base, 'here.js'))('jsdom');
const { window } = new JSDOM('');
for (const name of ['DOMParser', 'XMLSerializer', 'Document', 'XMLDocument', 'Element', 'Node', 'Text', 'Attr', 'Comment',
                    'CDATASection', 'ProcessingInstruction', 'NodeFilter', 'XPathResult', 'document'])
  globalThis[name] ??= window[name];
globalThis.window = window;
// Its parser would look for files beside itself if it knew where it runs; what is fetched once stays known.
await (await fetch('data:,')).text();
Object.defineProperty(process, 'versions', { value: { ...process.versions, node: undefined } });
if (process.env.HOMEWARD_TODAY)
  {
    const Clock = Date;
    const noon = new Clock(process.env.HOMEWARD_TODAY + 'T12:00:00Z').getTime();

    globalThis.Date = class extends Clock
    {
      constructor (...rest) { super(...(rest.length === 0 ? [noon] : rest)); }
      static now () { return noon; }
    };
  }
for (const level of ['warn', 'error', 'log', 'debug', 'info'])
  console[level] = () => {};
const { loadForm } = await import(pathToFileURL(engine));

// An interview

const is_roster = (node) => node.nodeType.startsWith('repeat-range');
const is_free = (node) => node.nodeType === 'repeat-range:uncontrolled';
const is_leaf = (node) => !is_roster(node) && !['root', 'group', 'repeat-instance'].includes(node.nodeType);
const children = (node) => node.currentState.children ?? [];
const name_of = (node) => node.currentState.reference.split('/').pop().replace(/\[\d+\]$/, '');
const value_of = (node) => node.nodeType === 'trigger' ? (node.currentState.value ? 'OK' : '') : node.getXPathValue();

class Interview
{
  static async open (xml, media)
  {
    const fetchFormAttachment = async (url) => {
      const name = decodeURIComponent(String(url).split('/').pop());
      const file = path.join(media ?? here, name);
      const type = { '.csv': 'text/csv', '.geojson': 'application/geo+json' }[path.extname(name)] ?? 'text/xml';

      if (media === undefined || !fs.existsSync(file))
        return new Response('', { status: 404 });
      return new Response(fs.readFileSync(file), { status: 200, headers: { 'Content-Type': type } });
    };
    const form = await loadForm(xml, { fetchFormAttachment, missingResourceBehavior: 'BLANK' });

    if (form.status === 'failure')
      throw form.error;
    return new Interview(form.createInstance({ stateFactory: (state) => state }).root);
  }

  constructor (root)
  {
    this.root = root;
    this.emptied = new Set();
    this.empty(root);
  }

  // A roster without a repeat_count begins without rows in Homeward, and with one there.
  empty (node)
  {
    if (is_free(node) && !this.emptied.has(node.nodeId))
      {
        this.emptied.add(node.nodeId);
        if (children(node).length > 0)
          node.removeInstances(0, children(node).length);
      }
    for (const child of [...children(node)])
      this.empty(child);
  }

  // A child comes before what its groups hold.
  find (node, name)
  {
    const direct = children(node).find((child) => name_of(child) === name);

    if (direct !== undefined)
      return direct;
    for (const child of children(node).filter((group) => group.nodeType === 'group'))
      {
        const found = this.find(child, name);
        if (found !== null)
          return found;
      }
    return null;
  }

  count (node, name)
  {
    return children(node).reduce((n, child) => n + (name_of(child) === name) + (child.nodeType === 'group' ? this.count(child, name) : 0), 0);
  }

  // Groups are named only where the name alone would lead to another place.
  name (child, level, groups)
  {
    const name = name_of(child);

    return groups === '' || (this.count(level, name) === 1) ? name : groups + name;
  }

  insert (roster)
  {
    roster.addInstances(children(roster).length - 1, 1);
    this.empty(children(roster).at(-1));
  }

  // “member[2]/mage”; rows that are missing are inserted where a person may.
  locate (ref)
  {
    let node = this.root;

    for (const step of ref.split('/'))
      {
        const [, name, position] = step.match(/^([^[]+)(?:\[(\d+)\])?$/) ?? [];

        node = this.find(node, name);
        if (node === null || (position !== undefined && !is_roster(node)))
          return null;
        if (position === undefined)
          continue;
        while (is_free(node) && node.currentState.relevant && children(node).length < Number(position))
          this.insert(node);
        node = children(node)[Number(position) - 1] ?? null;
        if (node === null)
          return null;
      }
    return node;
  }

  put (node, text)
  {
    const words = text.split(/\s+/).filter((word) => word !== '');

    switch (node.nodeType)
      {
      case 'select':
        if (node.selectType === 'select1')
          node.selectValue(text === '' ? null : text);
        else
          node.selectValues(words);
        break;
      case 'rank': node.setValues(words); break;
      case 'trigger': node.setValue(text !== ''); break;
      case 'input':
      case 'range': node.setValue(text === '' && node.valueType !== 'string' ? null : text); break;
      default: throw new Error('takes no answer');
      }
  }

  take_step (ref, answer)
  {
    const node = this.locate(ref);

    try
      {
        if (node === null)
          return 'refused: not there';
        if (is_free(node) && answer === '+')
          this.insert(node);
        else if (node.nodeType === 'repeat-instance' && answer === '-')
          node.parent.removeInstances(children(node.parent).indexOf(node), 1);
        else if (!is_leaf(node))
          return 'refused: no question';
        else if (!node.currentState.relevant)
          return 'refused: does not apply';
        else
          this.put(node, answer.startsWith('=') ? '' : answer);
      }
    catch (error)
      {
        return 'refused: ' + error.message;
      }
    return node.validationState?.constraint?.valid === false ? 'constraint' : 'ok';
  }

  take_steps (text)
  {
    const [head, ...rows] = read_csv(text);

    for (const [i, row] of rows.entries())
      {
        const verdict = this.take_step(row[head.indexOf('ref')], row[head.indexOf('answer')] ?? '');

        if (verdict.startsWith('refused'))
          say(`step ${i + 1}, ${row[head.indexOf('ref')]}: ${verdict}`);
      }
  }

  list (node = this.root, place = '', rows = [], level = node, groups = '')
  {
    for (const child of children(node))
      {
        const ref = place + this.name(child, level, groups);

        if (is_roster(child))
          children(child).forEach((row, i) => this.list(row, `${ref}[${i + 1}]/`, rows));
        else if (child.nodeType === 'group')
          this.list(child, place, rows, level, `${groups}${name_of(child)}/`);
        else if ((child.nodeType !== 'note' || child.definition.bind.calculate !== null)
                 && !child.currentState.reference.startsWith('/data/meta/'))
          rows.push([ref, child.currentState.relevant ? '1' : '0', value_of(child)]);
      }
    return rows;
  }
}

// Invented answers

function make_random (seed)
{
  let a = seed >>> 0;

  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

class Inventor
{
  constructor (interview, seed, again)
  {
    this.interview = interview;
    this.next = make_random(seed);
    this.again = again;
    this.steps = [];
    this.done = new Set();
  }

  up_to (n) { return Math.floor(this.next() * n); }
  pick (list) { return list[this.up_to(list.length)]; }

  invent_number ()
  {
    if (this.next() < 0.65)
      return this.up_to(5);
    return this.next() < 0.7 ? this.up_to(60) : this.pick([this.up_to(2000), 1990 + this.up_to(40), 10000 * this.up_to(20)]);
  }

  invent_day ()
  {
    const day = this.next() < 0.5 ? Date.now() - 86400000 * this.up_to(700)
                                  : Date.UTC(1950 + this.up_to(76), this.up_to(12), 1 + this.up_to(28));

    return new Date(day).toISOString().slice(0, 10);
  }

  invent_choice (node)
  {
    const codes = node.currentState.valueOptions.map((choice) => choice.value).filter((code) => /^\S+$/.test(code));
    // Most agree, or most interviews would end at the door.
    const yes = codes.find((code) => /^(yes|y|1|oui|si|sí|true|agree)$/i.test(code));

    if (codes.length === 0)
      return null;
    if (node.nodeType === 'rank')
      return codes.map((code) => [this.next(), code]).sort((a, b) => a[0] - b[0]).map(([, code]) => code).join(' ');
    if (node.selectType === 'select1')
      return yes !== undefined && codes.length < 5 && this.next() < 0.7 ? yes : this.pick(codes);
    return [...new Set(Array.from({ length: 1 + this.up_to(3) }, () => this.pick(codes)))].join(' ');
  }

  invent_mark (bounds)
  {
    const [start, end, step] = [bounds.start, bounds.end, bounds.step].map(Number);

    return String(Math.min(start, end) + Math.abs(step) * this.up_to(Math.floor(Math.abs((end - start) / step)) + 1));
  }

  invent (node)
  {
    switch (node.nodeType === 'input' ? node.valueType : node.nodeType)
      {
      case 'select':
      case 'rank': return this.invent_choice(node);
      case 'trigger': return 'OK';
      case 'range': return this.invent_mark(node.definition.bounds);
      case 'int': return String(this.invent_number());
      case 'decimal': return String(Number((this.invent_number() + (1 + this.up_to(99)) / 100).toFixed(2)));
      case 'date': return this.invent_day();
      case 'string':
        return this.next() < 0.25 ? String(this.invent_number())
                                  : this.pick(['Amina', 'Lake road', 'x', 'two words', 'Rosa Núñez', '0712345678', 'by the market']);
      default: return null;
      }
  }

  // What breaks a constraint is mostly tried anew, and stays one time in ten.
  answer (node, ref)
  {
    for (let i = 0; i < 12; i++)
      {
        const text = this.invent(node);

        if (text === null)
          return;
        const verdict = this.interview.take_step(ref, text);
        if (verdict === 'ok' || (verdict === 'constraint' && this.next() < 0.1))
          {
            this.steps.push([ref, text]);
            return;
          }
        if (verdict === 'constraint')
          this.interview.take_step(ref, '');
      }
  }

  list_open (node, place, open, level = node, groups = '')
  {
    for (const child of children(node).filter((each) => each.currentState.relevant))
      {
        const ref = place + this.interview.name(child, level, groups);

        if (child.nodeType === 'group')
          this.list_open(child, place, open, level, `${groups}${name_of(child)}/`);
        else if (is_roster(child))
          {
            if (is_free(child) && !this.done.has(ref))
              open.push([child, ref]);
            children(child).forEach((row, i) => this.list_open(row, `${ref}[${i + 1}]/`, open));
          }
        else if (!child.currentState.readonly && !this.done.has(ref)
                 && ['input', 'select', 'range', 'rank', 'trigger'].includes(child.nodeType))
          open.push([child, ref]);
      }
    return open;
  }

  visit (node, ref)
  {
    this.done.add(ref);
    if (!is_roster(node))
      {
        if (node.currentState.relevant && this.next() > 0.06)
          this.answer(node, ref);
        return;
      }
    for (let n = this.up_to(4); n > 0; n--)
      {
        this.steps.push([ref, '+']);
        this.interview.take_step(ref, '+');
      }
  }

  change_mind ()
  {
    const [ref, text] = this.pick(this.steps);
    const node = this.interview.locate(ref);

    if (text !== '+' && node.nodeType === 'select' && node.currentState.relevant)
      this.answer(node, ref);
  }

  run ()
  {
    for (;;)
      {
        // What is first on the page comes first, so that what depends on it is asked in its turn.
        const open = this.list_open(this.interview.root, '', []).slice(0, 6);

        if (open.length === 0)
          return this.steps;
        for (const [node, ref] of open)
          this.visit(node, ref);
        while (this.steps.length > 0 && this.next() < this.again)
          this.change_mind();
      }
  }
}

// What to do

function is_of_the_sheet (folder)
{
  const [head, ...rows] = read_csv(fs.readFileSync(path.join(folder, 'survey.csv'), 'utf8'));
  const names = new Set(rows.map((row) => row[head.indexOf('name')]));

  // pyxform adds elements of its own, such as NAME_count.
  return ([ref]) => names.has(ref.split('/').pop());
}

async function remake (name)
{
  const folder = path.join(here, 'own', name);

  for (const script of fs.readdirSync(folder).filter((file) => /^script-\d+\.csv$/.test(file)))
    {
      const interview = await Interview.open(converted.get(name), folder);

      interview.take_steps(fs.readFileSync(path.join(folder, script), 'utf8'));
      fs.writeFileSync(path.join(folder, script.replace('script', 'state')),
                       write_csv([['ref', 'relevant', 'value'], ...interview.list().filter(is_of_the_sheet(folder))]));
    }
}

try
  {
    for (const name of folders)
      await remake(name);
    if (!option.remake)
      {
        const interview = await Interview.open(fs.readFileSync(operands[0], 'utf8'), option.media);

        if (option.invent !== undefined)
          fs.writeFileSync(option.write, write_csv([['ref', 'answer'],
                                                    ...new Inventor(interview, Number(option.invent), Number(option.again ?? 0.1)).run()]));
        if (option.answers !== undefined)
          interview.take_steps(fs.readFileSync(option.answers, 'utf8'));
        if (option.invent === undefined)
          fs.writeSync(1, write_csv([['ref', 'relevant', 'value'], ...interview.list()]));
      }
  }
catch (error)
  {
    give_up(error.message);
  }
process.exit(0);
