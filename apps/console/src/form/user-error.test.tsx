import { cleanup, render } from "@testing-library/react"
import { FormProvider, type UseFormReturn, useForm } from "react-hook-form"
import { afterEach, expect, test } from "vitest"
import { useField } from "./use-field.tsx"
import { hiddenComplaints, showErrors } from "./user-error.ts"

afterEach(cleanup)

interface Typed {
  state: string
  percentage: string
}

let form: UseFormReturn<Typed>

function Field({ name }: { name: keyof Typed }) {
  const { field, shown } = useField<Typed>({ name, label: name })
  return (
    <>
      <input {...field} />
      <p>{shown.error}</p>
    </>
  )
}

function Form({ fields }: { fields: readonly (keyof Typed)[] }) {
  form = useForm<Typed>({ defaultValues: { state: "", percentage: "" } })
  return (
    <FormProvider {...form}>
      {fields.map((name) => (
        <Field key={name} name={name} />
      ))}
    </FormProvider>
  )
}

test("what is said against a field that is not on the screen, or no longer, is left to be said beside the form", async () => {
  const errors = ["state", "input.percentage", "id"].map((field) => ({
    reason: "WRONG",
    field,
    message: field,
  }))
  const unplaced = () => showErrors(form, errors).map(({ field }) => field)
  const { rerender, findByText } = render(<Form fields={["state"]} />)
  expect(unplaced()).toEqual(["input.percentage", "id"])
  rerender(<Form fields={["state", "percentage"]} />)
  expect(unplaced()).toEqual(["id"])
  await findByText("input.percentage")
  rerender(<Form fields={["state"]} />)
  expect(unplaced()).toEqual(["input.percentage", "id"])
})

test("so is what was typed there and cannot be read", () => {
  render(<Form fields={["state"]} />)
  const complaint = (message: string) => ({ type: "custom", message })
  expect(hiddenComplaints(form, { state: complaint("seen"), percentage: complaint("unseen") })).toEqual([
    { reason: "UNREADABLE", field: "percentage", message: "unseen" },
  ])
})
