interface Clause {
  code: string
  name: string
  question?: string | null
}

/** Conditions or questions of a rule, in its order. */
export function Clauses({ clauses }: { clauses: Clause[] }) {
  return (
    <ol>
      {clauses.map((one) => (
        <li key={one.code}>
          {one.name}
          {one.question && <small>{one.question}</small>}
        </li>
      ))}
    </ol>
  )
}
